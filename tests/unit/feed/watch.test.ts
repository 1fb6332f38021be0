// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { type Bench, hosts, onEmptyPages, put, setBox, settle, start, tweet } from './support.ts';

let bench: Bench;

onEmptyPages(() => bench?.feed.stop());

/** One list, and what puts many rows at its end in one turn of the page. */
function endlessList(): { list: Element; append(words: string): void } {
  const list = put('<div></div>');
  return { list, append: (words) => void put(Array.from({ length: 12 }, () => tweet(words)).join(''), list) };
}

/** Observers have been told, timers have not run yet. */
const observersTold = (): Promise<void> => Promise.resolve();

test('many posts put in far below the view are judged after the turn of the page, in one of their own', async () => {
  const { list, append } = endlessList();
  bench = start('x');
  setBox(list, { top: 9000, bottom: 9100 });
  append('words');
  await settle();
  append('MOONCLAIM');
  await observersTold();
  expect(hosts()).toHaveLength(0);
  await settle();
  expect(hosts()).toHaveLength(12);
});

test('posts near the view, and few of them wherever they are, are judged within the turn of the page', async () => {
  const { list, append } = endlessList();
  bench = start('x');
  append('words');
  await settle();
  append('MOONCLAIM');
  await observersTold();
  expect(hosts()).toHaveLength(12);
  setBox(list, { top: 9000, bottom: 9100 });
  append('words');
  await settle();
  const few = put(tweet('MOONCLAIM'), list);
  await observersTold();
  expect(hosts(few)).toHaveLength(1);
});

test('many posts put in before the end of a feed, such as new ones at its top, are judged within the turn of the page', async () => {
  const { list, append } = endlessList();
  bench = start('x');
  setBox(list, { top: 9000, bottom: 9100 });
  append('words');
  await settle();
  const top = document.createElement('div');
  document.body.prepend(top);
  put(Array.from({ length: 12 }, () => tweet('MOONCLAIM')).join(''), top);
  await observersTold();
  expect(hosts(top)).toHaveLength(12);
});
