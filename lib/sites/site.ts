/**
 * The one interface by which `lib/feed` knows a site. A site is a data file, `lib/sites/<id>.yaml`:
 * facts about its pages and no logic. `lib/sites/site.schema.json` describes every field.
 */

/** One way a site lays out posts. Strategies are tried in order; an element belongs to the first that matches it. */
export interface PostLayout {
  name: string;
  /** Matches the element that holds one whole post; with `climb`, an element that stands inside every post. */
  post: string;
  /**
   * For sites that do not mark the post element itself: the post is the nearest ancestor of the element matched by `post`,
   * at most `max` levels up (default 20), that also holds an element matched by `has`. Elements inside `notIn` are left out.
   */
  climb?: { has: string; notIn?: string; max?: number };
  /** Matches the elements with the author's own text, in reading order, inside `post`. */
  text: string[];
  /** Parts of the text that are the site's own labels ("See more", counters). */
  skip?: string[];
  /** Elements that are blocks by their tag and flow within the line on the page. */
  inline?: string[];
  /** True where line breaks inside text nodes are shown as such (`white-space: pre-wrap`). */
  preWrap?: boolean;
  /** A quoted or reshared post inside `post`: its words are not the author's. */
  quote?: string;
  /** Titles of link previews inside the post; read as a post's text only after its own words. */
  linkCard?: string;
  /** Pictures of the post whose alternative text is read after its own words. */
  imageAlt?: string;
  /** True where the site writes such texts itself: then only the words it quotes from the picture are read. */
  machineAlt?: boolean;
  /**
   * Link whose address names the post, and the attribute that holds it (default `href`). `pattern` is a regular expression
   * whose first group is the post's id; without it the address without query and fragment is the id.
   */
  permalink?: { selector: string; attribute?: string; pattern?: string };
  /** Attribute of the post element that names it; used before `permalink`. */
  idAttribute?: string;
  /**
   * The card stands right after the last of the post's own elements matched by `after`, climbing `up` parents first.
   * `:scope`, or nothing matched: it becomes the post's last child. `over`: the text lies over a picture or a video, of which a
   * card may cover no more than its mark until it is opened.
   */
  place: { after: string; up?: number; over?: boolean };
}

/** How a site's posts stand in the frames that other pages show them in (decision 38). */
export interface Embed {
  /** As a site's: `experimental` frames are read only where the person added their host. */
  status: 'on' | 'experimental';
  /** Addresses of the frames, on hosts of their own or below a path of their own. */
  matches: string[];
  layouts: PostLayout[];
}

export interface Site {
  id: string;
  name: string;
  /** WebExtension match patterns on which the content script starts. */
  matches: string[];
  /** CSS selector that proves a page of this family, for sites that run on any host. */
  detect?: string;
  /** Path prefixes that are never read: direct messages, settings, payment. `*` stands for one path segment. */
  neverPaths: string[];
  /** Elements that are never read: composers, message drawers. */
  neverRead: string[];
  /** Matches when a feed is on screen; with no post found beside it the popup says "not working on this layout". */
  feed: string;
  layouts: PostLayout[];
  embed?: Embed;
  /** `experimental` sites are off until the person turns them on; a `fallback` reads pages added by hand that no other file knows. */
  status: 'on' | 'experimental' | 'fallback';
}
