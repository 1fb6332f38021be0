import type { CDPSession, Frame } from '@playwright/test';
import { attribute } from '../../scripts/tools/pierced.ts';
import { sizesAround, sizesWithin } from '../fixtures/embeds/sizes.ts';
import { all, type Card, control, expect, type Feed, HOST, hasClass, type Node, readCard, type Spot } from './support.ts';

/** What a frame's own scripts can measure, and the page around it. */
export interface Sizes {
  frame: unknown;
  around: unknown;
}

/** An embedded post in a frame of another page. */
export class EmbeddedPost {
  private readonly feed: Feed;
  readonly frame: Frame;
  private session: CDPSession | undefined;

  constructor(feed: Feed, frame: Frame) {
    this.feed = feed;
    this.frame = frame;
  }

  /** The signs in the frame, read through their closed roots. */
  async signs(): Promise<Card[]> {
    this.session ??= await this.feed.page.context().newCDPSession(this.frame);
    const { root } = await this.session.send('DOM.getDocument', { depth: -1, pierce: true });
    return all(root as unknown as Node)
      .filter((node) => node.nodeName === HOST)
      .map((node) => readCard(node, null));
  }

  async claims(): Promise<string[]> {
    return (await this.signs()).map(({ claim }) => claim);
  }

  async sign(): Promise<Card> {
    await expect.poll(() => this.claims(), { message: `a sign in ${this.frame.url()}` }).toHaveLength(1);
    return (await this.signs())[0];
  }

  async isOpen(): Promise<boolean> {
    const toggle = all((await this.sign()).node).find((node) => hasClass(node, 'toggle'));
    return toggle !== undefined && attribute(toggle, 'aria-expanded') === 'true';
  }

  /** Where something in the frame stands, in CSS pixels of the frame. */
  async spot(node: Node): Promise<Spot & { left: number; top: number }> {
    const { model } = await (this.session as CDPSession).send('DOM.getBoxModel', { backendNodeId: node.backendNodeId });
    const [left, top, , , right, bottom] = model.border;
    return { left, top, x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
  }

  /** Clicks the control with these words in the sign, with the mouse. */
  async click(label: string | RegExp): Promise<void> {
    const found = async () => all((await this.sign()).node).find(control(label));
    await expect.poll(found).toBeDefined();
    const node = (await found()) as Node;
    await this.feed.press(() => this.place(node));
  }

  /** Where the middle of something in the frame stands in the page, scrolled into view. */
  private async place(node: Node): Promise<Spot> {
    const element = await this.frame.frameElement();
    await element.scrollIntoViewIfNeeded();
    await (this.session as CDPSession).send('DOM.scrollIntoViewIfNeeded', { backendNodeId: node.backendNodeId });
    const spot = await this.spot(node);
    const around = await element.boundingBox();
    return { ...spot, x: (around?.x ?? 0) + spot.x, y: (around?.y ?? 0) + spot.y };
  }

  /** Everything that a page, and a frame in it, can measure of themselves; what each notices is counted. */
  async sizes(): Promise<Sizes> {
    await this.feed.frames(4);
    const frame = await this.frame.evaluate(sizesWithin);
    const around = await this.feed.page.evaluate(sizesAround);
    return { frame, around };
  }
}

/** The frames of a page that show embedded posts, in the order of the page. */
export async function embeddedPosts(feed: Feed): Promise<EmbeddedPost[]> {
  const frames = feed.page.locator('iframe');
  const found: EmbeddedPost[] = [];
  for (let nth = 0; nth < (await frames.count()); nth++) {
    const frame = await (await frames.nth(nth).elementHandle())?.contentFrame();
    if (frame) found.push(new EmbeddedPost(feed, frame));
  }
  return found;
}
