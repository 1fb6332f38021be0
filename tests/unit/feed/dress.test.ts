// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { followPage } from '../../../lib/feed/dress.ts';
import type { CardActions, CardModel } from '../../../lib/feed/types.ts';

const dressed: boolean[] = [];
const unmounted = vi.fn();
const mount = followPage(() => ({ unmount: unmounted, dress: (dark) => dressed.push(dark), highlight: () => undefined }));

function card(): { unmount(): void } {
  const host = document.createElement('div');
  document.body.append(host);
  return mount(host, {} as CardModel, {} as CardActions);
}

function paint(colour: string): void {
  document.body.setAttribute('style', `background-color: ${colour}`);
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 300));

beforeEach(() => {
  document.body.replaceChildren();
  dressed.length = 0;
  unmounted.mockClear();
});

test('a standing card becomes dark with its page, and light again', async () => {
  const { unmount } = card();
  paint('rgb(10, 10, 10)');
  await vi.waitFor(() => expect(dressed).toEqual([true]));
  paint('rgb(250, 250, 250)');
  await vi.waitFor(() => expect(dressed).toEqual([true, false]));
  unmount();
});

test('many changes at once are one, and nothing is watched when the last card is gone', async () => {
  const { unmount } = card();
  for (const shade of [10, 20, 30]) paint(`rgb(${shade}, ${shade}, ${shade})`);
  await settled();
  expect(dressed).toEqual([true]);
  unmount();
  expect(unmounted).toHaveBeenCalledOnce();
  paint('rgb(250, 250, 250)');
  await settled();
  expect(dressed).toEqual([true]);
});
