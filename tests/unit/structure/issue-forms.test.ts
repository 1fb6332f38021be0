import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import siteList from '#generated/sites.json';
import { projectFiles } from './files.ts';
import { ROOT } from './imports.ts';

interface Form {
  name: string;
  body: { type: string; id?: string; attributes: { value?: string; options?: unknown[]; render?: string } }[];
}

const FOLDER = '.github/ISSUE_TEMPLATE';
const forms = new Map<string, Form>(
  globSync('*.yml', { cwd: join(ROOT, FOLDER) }).map((name) => [name, parse(readFileSync(join(ROOT, FOLDER, name), 'utf8'))]),
);
const field = (form: string, id: string) => forms.get(form)?.body.find((part) => part.id === id);

describe('the forms for issues', () => {
  it('are there for each kind of mistake', () => {
    expect([...forms.keys()].sort()).toEqual(['broken-site.yml', 'missed-claim.yml', 'slow-page.yml', 'wrong-card.yml']);
  });

  it('all ask first to leave people out, since the page is public', () => {
    for (const [name, { body }] of forms) {
      expect(body[0].type, name).toBe('markdown');
      expect(body[0].attributes.value, name).toMatch(/public: please leave out names/);
    }
  });

  it('know every site that is read', () => {
    const sites = (siteList as unknown as { name: string; status: string }[])
      .filter(({ status }) => status === 'on')
      .map(({ name }) => name);
    expect(field('broken-site.yml', 'site')?.attributes.options).toEqual([...sites.sort(), 'Another one']);
  });

  it('have a place for the redacted report and for a profile', () => {
    expect(field('broken-site.yml', 'report')?.attributes.render).toBe('text');
    expect(field('slow-page.yml', 'profile')?.attributes.render).toBe('text');
  });

  it('that the extension opens, and their fields, exist', () => {
    const opened = projectFiles()
      .filter((file) => /^(components|lib|entrypoints)\/.*\.tsx?$/.test(file))
      .flatMap((file) => [...readFileSync(join(ROOT, file), 'utf8').matchAll(/issues\/new\?template=([\w-]+\.yml)((?:&\w+=)*)/g)]);
    expect(opened.length).toBeGreaterThan(1);
    for (const [, form, fields] of opened) {
      expect(forms.has(form), form).toBe(true);
      for (const [, id] of fields.matchAll(/&(\w+)=/g)) expect(field(form, id), `${basename(form)}: ${id}`).toBeDefined();
    }
  });
});
