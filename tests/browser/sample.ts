import type { CardBody, Claim, Evidence, Help, Series, Source, Topic } from '../../lib/claims/types.ts';
import type { CardActions, CardModel } from '../../lib/feed/types.ts';

/** A small, made-up copy of the data: real in shape, not to be cited. */
const sources: Source[] = [
  {
    id: 'trac-629',
    title: 'Child Sex Trafficking Prosecutions Fall',
    publisher: 'TRAC, Syracuse University',
    kind: 'primary-data',
    date: '2020-10-26',
    url: 'https://trac.syr.edu/tracreports/crim/629/',
    seen: '2026-11-20',
  },
  {
    id: 'trac-565',
    title: 'Prosecution of Sex Trafficking of Children is Down Nationwide',
    publisher: 'TRAC, Syracuse University',
    kind: 'primary-data',
    date: '2019-07-16',
    url: 'https://trac.syr.edu/tracreports/crim/565/',
    seen: '2026-11-20',
  },
  {
    id: 'ncmec',
    title: 'Our 2020 impact',
    publisher: 'NCMEC',
    kind: 'ngo',
    date: '2021',
    url: 'https://www.missingkids.org/',
    seen: '2026-11-20',
    note: 'Read in a copy.',
  },
];

const values: [year: number, value: number, status: 'read' | 'chart'][] = [
  [2003, 6, 'read'],
  [2005, 41, 'chart'],
  [2006, 31, 'chart'],
  [2007, 47, 'chart'],
  [2008, 35, 'read'],
  [2009, 85, 'read'],
  [2010, 87, 'chart'],
  [2011, 113, 'chart'],
  [2012, 138, 'read'],
  [2013, 203, 'chart'],
  [2014, 239, 'read'],
  [2015, 211, 'chart'],
  [2016, 273, 'read'],
  [2017, 277, 'read'],
  [2018, 221, 'read'],
  [2019, 178, 'read'],
  [2020, 180, 'read'],
];

export const series: Series = {
  id: 'trac-1591',
  title: 'Federal prosecutions peaked in FY 2017 and then fell by a third',
  unit: 'prosecutions',
  yearPrefix: 'FY',
  definition: 'Defendants charged per fiscal year with 18 U.S.C. § 1591, sex trafficking of children or by force, as the lead charge.',
  notCounted: ['State and local prosecutions', 'Federal cases led by another charge', 'Investigations, arrests and victims'],
  notes: ['The series ends at FY 2020. Fiscal years straddle administrations.'],
  bands: [
    { label: 'G. W. Bush', from: 2001, to: 2008 },
    { label: 'Obama', from: 2009, to: 2016 },
    { label: 'Trump, first term', from: 2017, to: 2020 },
  ],
  rows: values.map(([year, value, status]) => ({ year, value, status, source: 'trac-629' })),
  rates: [
    { label: 'FY 2009–2016', percent: 49, source: 'trac-629' },
    { label: 'FY 2017–2020', percent: 43, source: 'trac-629' },
  ],
  sources: ['trac-629', 'trac-565'],
};

export const claim: Claim = {
  id: 'prosecutions-soared',
  title: 'Trafficking prosecutions soared after 2016',
  family: 'statistics',
  status: 'active',
  verdict: 'misleading',
  claim: 'Posts say that federal prosecutions of child sex traffickers rose steeply from 2017 on.',
  brief: 'Federal child trafficking cases fell by a third to FY 2020.',
  fact: 'Federal child sex trafficking prosecutions peaked at 277 in FY 2017 and fell to 180 in FY 2020.',
  record: ['Prosecutions grew from 35 in FY 2008 to 273 in FY 2016, reached 277 the year after, and then fell by about a third.'],
  trueParts: ['FY 2017 does hold the highest figure of the series.'],
  missing: [
    'Most of the rise came in the eight years before. About a third of the referrals of FY 2020 were declined for reasons other than evidence.',
  ],
  caveats: ['One unit is a defendant whose lead charge is 18 U.S.C. § 1591. State cases are not in it.'],
  figures: [
    { value: '277', what: 'prosecutions in FY 2017, the peak', source: 'trac-629' },
    { value: '180', what: 'prosecutions in FY 2020', source: 'trac-629' },
  ],
  series: 'trac-1591',
  sources: ['trac-629', 'trac-565'],
  reviewedOn: '2026-11-20',
  reviewBy: '2027-05-20',
  changes: [{ date: '2026-11-20', what: 'First published' }],
};

const rescueClaim: Claim = {
  ...claim,
  id: 'located-rescued',
  title: 'Thousands rescued from traffickers in one operation',
  family: 'rescue-tallies',
  status: 'active',
  verdict: 'missing-context',
  claim: 'Posts count every missing child who was located as rescued from traffickers.',
  brief: 'Located is not rescued: most of the children had run away.',
  fact: 'Located is not rescued: most children in such tallies had run away, and few cases involved trafficking.',
  figures: [],
  series: undefined,
  sources: ['ncmec'],
};

const help: Help = {
  country: 'US',
  emergency: '911',
  topics: [
    {
      situation: 'danger',
      question: 'Someone is in danger now',
      advice: ['Call the police first. An operator can send someone at once.'],
      lines: [],
    },
    {
      situation: 'exploited',
      question: 'I, or someone I know, may be exploited',
      advice: ['Trained people answer and explain the choices. Nothing has to be decided on the phone.'],
      lines: ['example'],
    },
    {
      situation: 'witness',
      question: 'I saw something myself',
      advice: ['Write down place and time. Do not confront anyone.'],
      lines: ['example'],
    },
    {
      situation: 'post',
      question: 'I saw a post online',
      advice: [
        'A hotline cannot act on a post: it has no more than the post itself, and such calls keep others waiting.',
        'Reporting the post to the site helps more.',
      ],
      lines: [],
    },
    {
      situation: 'image',
      question: 'A sexual image of a child, or of me as a child',
      advice: ['Do not download or forward it, not even to report it.'],
      lines: ['example'],
    },
  ],
  lines: [
    {
      id: 'example',
      name: 'Example Line',
      operator: 'Example Trust',
      purpose: 'Advice and referral.',
      phone: '1-555-010-0000',
      text: '555010',
      web: 'https://example.org/',
      hours: 'All day, every day',
      languages: 'English, Spanish',
      verifiedOn: '2026-11-20',
      source: 'ncmec',
    },
  ],
};

const topic: Topic = {
  id: 'police-operations',
  title: 'What police operations report',
  points: [{ text: 'One operation of two weeks found 84 minors, its report says.', source: sources[0].id }],
  caveats: ['Each operation counts in its own way.'],
  claims: [claim.id],
  reviewedOn: '2026-11-20',
  reviewBy: '2027-05-20',
};

export const evidence: Evidence = {
  version: 'sample',
  builtFrom: 'tests',
  claims: [claim, rescueClaim],
  topics: [topic],
  sources,
  series: [series],
  help: [help],
};

export const body: CardBody = { claim, sources, series };

export const model: CardModel = {
  headline: { id: claim.id, brief: claim.brief, publisher: 'TRAC, Syracuse University', date: 'Oct 2020', url: sources[0].url },
  match: {
    claim: claim.id,
    kind: 'claim',
    confidence: 0.9,
    spans: [[0, 10]],
    why: ['rose-after: “arrests of traffickers soared” … “since 2016”'],
  },
  quotes: ['arrests of traffickers soared', 'since 2016'],
  also: [],
  size: 'full',
  look: { dark: false, fontSize: 15, rtl: false },
};

export const tagModel: CardModel = {
  ...model,
  headline: {
    id: 'pizzagate',
    brief: 'The restaurant has no basement, and no child was found in it.',
    publisher: 'Metropolitan Police, Washington DC',
    date: 'Dec 2016',
    url: 'https://example.org/',
  },
  match: { claim: 'pizzagate', kind: 'background', confidence: 0.5, spans: [[0, 10]], why: ['tag: “#pizzagate”'] },
  quotes: ['#pizzagate'],
};

/** Actions that do nothing but resolve; a test replaces the one it is about. */
export function quietActions(changes: Partial<CardActions> = {}): CardActions {
  return {
    loadBody: () => Promise.resolve(body),
    openLibrary: () => {},
    hidePost: () => {},
    hideTopic: () => {},
    hideSite: () => {},
    ...changes,
  };
}
