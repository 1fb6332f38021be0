import './options.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import siteList from '#generated/sites.json';
import { OptionsView } from '../../components/options/OptionsView.tsx';
import { strings } from '../../components/ui/strings.ts';
import { loadEvidence } from '../../lib/claims/evidence.ts';
import type { ClaimId } from '../../lib/claims/types.ts';
import { type Loaded, loadSettings, onSettings } from '../../lib/settings/settings.ts';
import { onUpdateStatus, type UpdateStatus, updateStatus } from '../../lib/updates/read.ts';
import { UPDATE_SOURCE } from '../../lib/updates/source.ts';
import { speak, startPage } from '../shared/page.ts';
import { allowedOf, makeActions } from './actions.ts';

const sites = siteList.filter(({ status }) => status === 'on').map(({ id, name }) => ({ id, name }));
const titleOfPage = () => strings.options.title;

/** What the page shows of the evidence; it is drawn without it first. */
interface Names {
  titles: ReadonlyMap<ClaimId, string>;
  countries: string[];
}

function Options({ loaded }: { loaded: Loaded }) {
  const [state, setState] = useState(loaded);
  useEffect(() => onSettings(() => void loadSettings().then(setState)), []);
  const language = speak(state.settings, titleOfPage);
  return (
    <OptionsView
      {...state}
      {...useNames(language)}
      sites={sites}
      allowed={useAllowed(state.settings.originsAdded)}
      updates={useUpdates()}
      actions={makeActions(state.settings, () => setState({ ...state, problem: { kind: 'unsaved' } }))}
    />
  );
}

function useNames(language: string): Names {
  const [names, setNames] = useState<Names>({ titles: new Map(), countries: [] });
  useEffect(() => {
    const parts = Promise.all([loadEvidence('claims', language), loadEvidence('help', language)]);
    void parts.then(([{ claims }, { help }]) =>
      setNames({ titles: new Map(claims.map(({ id, title }) => [id, title])), countries: help.map(({ country }) => country) }),
    );
  }, [language]);
  return names;
}

function useAllowed(origins: readonly string[]): ReadonlySet<string> {
  const [allowed, setAllowed] = useState<ReadonlySet<string>>(new Set());
  const all = origins.join(' ');
  useEffect(() => {
    const look = () => void allowedOf(all.split(' ').filter(Boolean)).then(setAllowed);
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, [all]);
  return allowed;
}

function useUpdates() {
  const [status, setStatus] = useState<UpdateStatus>({ unreadable: false });
  useEffect(() => {
    void updateStatus().then(setStatus);
    return onUpdateStatus(setStatus);
  }, []);
  return UPDATE_SOURCE ? { server: new URL(UPDATE_SOURCE.origin).host, status } : undefined;
}

void startPage(titleOfPage).then(({ app, loaded }) => render(<Options loaded={loaded} />, app));
