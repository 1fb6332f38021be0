import { ASSERTIVE, type FixturePost, UNTOUCHED } from '../../tests/fixtures/posts.ts';

/** One post in so many asserts a known claim. */
const CLAIM_EVERY = 50;
/** One in so many comes near the subject and must get no card. */
const NEAR_EVERY = 33;
/**
 * How many of all others have one of the lines of `SHARED`. The gate then lets 1.3 in a hundred of them through, as many as of 37,601
 * posts drawn at random from open collections (`npm run -s bench`). `bench:page` tells the share: when the gate changes, so must this.
 */
export const USUAL_SHARE = 0.0155;
export const DENSE_SHARE = 0.5;
/** The first post that the gate lets in: of all ordinary feeds nearly half have one among so many. Before the first claim, as `CLAIM_EVERY` has it. */
const FIRST_SHARED = 50;
/** Posts drawn before the reader starts have no claims: what is measured is the way of posts that come later. */
const CALM_START = 40;

const NAMES = 'Ana,Bo,Cleo,Dov,Esra,Finn,Gus,Hana,Ivo,Jo,Kai,Lena,Milo,Noor,Otto,Pia,Quin,Rosa,Sam,Tove,Uma,Vik,Wren,Yara,Zoe'.split(',');
const THINGS =
  'the new bike lane,our sourdough,that penalty,the school play,my grandmother’s radio,the tomato seedlings,this keyboard,the night bus,a broken kettle,the city budget,the ferry timetable,the second season,the marathon route,my neighbour’s cat,the library card,the compiler warning,the harbour wall,the court ruling'.split(
    ',',
  );
const OPENINGS = [
  'Cannot stop thinking about',
  'Nobody warned me about',
  'Three years later and I still love',
  'Unpopular opinion:',
  'Quick question about',
  'Today I finally fixed',
  'Here is a thread on',
  'Small update on',
  'The minister spoke for an hour about',
];
const ENDINGS = [
  'and honestly it made my week.',
  'but the numbers tell another story: 12,400 people in 2025 against 9,800 the year before.',
  'so I wrote down what I learned. First, measure. Second, do less. Third, ask somebody who knows.',
  'which is why we meet again on Thursday at 7, bring a chair.',
  '😀 what would you do?',
  '— more pictures when the weather clears up.',
  'and the whole street came out to look, which never happens here.',
  'and the photos are in the shop window until Saturday morning.',
];
/** Lines with ordinary words that claims have too. */
const SHARED = [
  'My kids asked me to explain the ferry timetable and I could not.',
  'Please share if you live nearby, we still look for two volunteers for Saturday morning.',
  'Has anybody seen the missing parcel? It was left on the wrong porch.',
  'The kids sang on the stairs and the whole house listened.',
];
const ELSEWHERE = [
  'Heute Morgen war der See ganz still, nur zwei Schwäne und ein sehr müder Hund. Mehr brauche ich nicht.',
  'Mañana abrimos a las nueve, hay pan de nuez y café recién hecho. ¡Os esperamos en la plaza!',
  'Ce soir le train de 18 h 04 est encore supprimé. Quelqu’un sait s’il y a un bus depuis la gare ?',
  'O ensaio da banda mudou para quinta-feira, avisem o baterista porque ele nunca lê o grupo.',
  '今日は一日中雨でした。図書館で古い地図を見つけて、気がついたら夕方になっていました。',
  'Сегодня испекли пирог с вишней, половину съели ещё до чая. Рецепт завтра.',
];
const TAGS = ['#gardening', '#MondayThoughts', '#formula1', '#nowplaying', '#buildinpublic'];

/**
 * A feed as people have it: short and long posts in several languages, links, tags, quotes; the same one for the same length.
 * @param share of ordinary posts that hold a word claims have too.
 */
export function makePosts(count: number, share = USUAL_SHARE): FixturePost[] {
  const random = seeded(20261122);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const author = () => {
    const name = `${pick(NAMES)} ${pick(NAMES)}son`;
    return { name, handle: name.toLowerCase().replace(' ', '_') };
  };
  const words = (): string => {
    const shared = random() < share;
    if (random() < 0.15) return shared ? pick(SHARED) : pick(ELSEWHERE);
    const lines = Array.from({ length: 1 + Math.floor(random() ** 2 * 4) }, () => `${pick(OPENINGS)} ${pick(THINGS)} ${pick(ENDINGS)}`);
    if (shared) lines.splice(Math.floor(random() * lines.length), 0, pick(SHARED));
    if (random() < 0.25) lines.push(`https://example.org/${Math.floor(random() * 1e6)}`);
    if (random() < 0.3) lines.push(`${pick(TAGS)} @${author().handle}`);
    return lines.join(random() < 0.3 ? '\n' : ' ');
  };
  return Array.from({ length: count }, (_, index): FixturePost => {
    const id = String(100_000 + index);
    if (index >= CALM_START && index % CLAIM_EVERY === 7) return { ...ASSERTIVE[Math.floor(index / CLAIM_EVERY) % ASSERTIVE.length], id };
    if (index >= CALM_START && index % NEAR_EVERY === 11) return { ...UNTOUCHED[Math.floor(index / NEAR_EVERY) % UNTOUCHED.length], id };
    const post: FixturePost = { id, author: author(), text: words(), expect: null };
    if (index === FIRST_SHARED) post.text = SHARED[0];
    if (random() < 0.1) post.quote = { author: author(), text: words() };
    else if (random() < 0.25) post.picture = 'linear-gradient(120deg,#5a6b7b,#b0883f)';
    return post;
  });
}

/** Whether a post asserts a claim or comes near the subject; all others are ordinary. */
export function isFixture({ text }: FixturePost): boolean {
  return [...ASSERTIVE, ...UNTOUCHED].some((post) => post.text === text);
}

/** Numbers from 0 to 1, the same ones every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
