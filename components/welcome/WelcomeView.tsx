import { useLayoutEffect, useRef } from 'preact/hooks';
import { Page } from '../ui/Page.tsx';
import { strings } from '../ui/strings.ts';

/** Puts what belongs under a post into an empty place. Returns how to take it away. */
export type Judge = (place: HTMLElement, text: string) => () => void;

interface Props {
  judge: Judge;
  libraryUrl: string;
  onOptions: () => void;
}

/** The page that opens once, after installing: what this is, what it never does, and a feed to try it on. */
export function WelcomeView({ judge, libraryUrl, onOptions }: Props) {
  const words = strings.welcome;
  return (
    <Page name="welcome" title={words.title}>
      <section class="welcome-sentences">
        {words.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      <section aria-labelledby="try">
        <h2 id="try">{words.tryIt}</h2>
        <p class="dim">{words.tryNote}</p>
        <div class="sample-feed">
          {words.posts.map((post) => (
            <SamplePost key={post.name} {...post} judge={judge} />
          ))}
        </div>
        <p class="dim small">{words.noCard}</p>
      </section>
      <p class="welcome-links">
        <button type="button" class="button" onClick={onOptions}>
          {words.options}
        </button>
        <a href={libraryUrl}>{words.library}</a>
      </p>
    </Page>
  );
}

function SamplePost({ name, text, judge }: { name: string; text: string; judge: Judge }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (place.current ? judge(place.current, text) : undefined), [text, judge]);
  return (
    <article class="sample-post">
      <p class="sample-name">{name}</p>
      <p>{text}</p>
      <div ref={place} />
    </article>
  );
}
