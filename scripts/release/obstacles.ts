import type { Version } from './changelog.ts';

/** What a release is made from. */
export interface Standing {
  /** Files that are changed or not known to git, as git prints them. */
  changed: readonly string[];
  /** In package.json and in package-lock.json. */
  version: string;
  locked: string;
  versions: readonly Version[];
  /** The commit that is checked out, and the one tagged with this version, if there is one. */
  head: string;
  tagged?: string;
}

const SHOWN = 5;

/** Why there can be no release now, each with what to do; none when nothing stands in the way. */
export function obstacles({ changed, version, locked, versions, head, tagged }: Standing): string[] {
  const [newest] = versions;
  return [
    ...(changed.length > 0
      ? [
          `There are changes that are not committed; commit or remove them:\n${list(changed)}\nA release is made from a commit, not from a folder.`,
        ]
      : []),
    ...(locked === version
      ? []
      : [`package.json says ${version} and package-lock.json ${locked}; \`npm version ${version} --no-git-tag-version\` sets both.`]),
    ...(newest?.version === version
      ? []
      : [
          `package.json says ${version}, and the newest entry of CHANGELOG.md is ${newest ? `of ${newest.version}` : 'missing'}; change one of them.`,
        ]),
    ...(newest?.notes === '' ? [`CHANGELOG.md says nothing about ${newest.version}; write down what changed for people.`] : []),
    ...(tagged !== undefined && tagged !== head
      ? [
          `v${version} is released already (${tagged.slice(0, 7)}). Begin the next: \`npm version minor --no-git-tag-version\`, and an entry in CHANGELOG.md.`,
        ]
      : []),
  ];
}

function list(files: readonly string[]): string {
  const shown = files.slice(0, SHOWN).map((file) => `  ${file}`);
  return [...shown, ...(files.length > SHOWN ? [`  … and ${files.length - SHOWN} more`] : [])].join('\n');
}
