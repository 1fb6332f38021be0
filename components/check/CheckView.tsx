import { useState } from 'preact/hooks';
import type { Evidence } from '../../lib/claims/types.ts';
import type { Match, Verdict } from '../../lib/matching/types.ts';
import { ClaimBody } from '../card/ClaimBody.tsx';
import { Page } from '../ui/Page.tsx';
import { strings } from '../ui/strings.ts';
import { marked } from './marked.ts';

const words = strings.check;

interface Props {
  /** Text selected on a page; empty when the person came without one. */
  first: string;
  evidence: Pick<Evidence, 'claims' | 'sources' | 'series'>;
  /** Compares a text with the known claims, on this device. */
  check: (text: string) => Verdict;
  libraryUrl: string;
}

/** A box to paste any text into, and which known claims it matches, and why. */
export function CheckView({ first, evidence, check, libraryUrl }: Props) {
  const [text, setText] = useState(first);
  const [checked, setChecked] = useState(first);
  const submit = (event: Event) => {
    event.preventDefault();
    setChecked(text);
  };
  return (
    <Page name="check" title={words.title}>
      <form onSubmit={submit}>
        <label>
          {words.label}
          <textarea rows={6} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <button type="submit" class="button">
          {words.button}
        </button>
        <p class="dim small">{words.local}</p>
      </form>
      <div role="status">
        {checked.trim() !== '' && <Answer text={checked} verdict={check(checked)} evidence={evidence} libraryUrl={libraryUrl} />}
      </div>
    </Page>
  );
}

function Answer({ text, verdict, evidence, libraryUrl }: { text: string; verdict: Verdict } & Pick<Props, 'evidence' | 'libraryUrl'>) {
  if (verdict.matches.length === 0) {
    return (
      <>
        <h2>{words.nothing}</h2>
        <p>{words.stances[verdict.stance]}</p>
        <p>{words.notTrue}</p>
      </>
    );
  }
  return (
    <>
      <h2>{words.found(verdict.matches.length)}</h2>
      {verdict.matches.map((match) => (
        <Found key={match.claim} match={match} text={text} evidence={evidence} libraryUrl={libraryUrl} />
      ))}
    </>
  );
}

function Found({ match, text, evidence, libraryUrl }: { match: Match; text: string } & Pick<Props, 'evidence' | 'libraryUrl'>) {
  const claim = evidence.claims.find(({ id }) => id === match.claim);
  if (!claim) return null;
  return (
    <article class="claim" aria-label={claim.title}>
      <h3>
        <a href={`${libraryUrl}#claim-${claim.id}`}>{claim.title}</a>
      </h3>
      <p class="claim-fact">{claim.fact}</p>
      <p class="check-text">
        {marked(text, match.spans).map(({ part, hit, from }) => (hit ? <mark key={from}>{part}</mark> : <span key={from}>{part}</span>))}
      </p>
      <ClaimBody body={{ claim, sources: evidence.sources, series: evidence.series.find(({ id }) => id === claim.series) }} short />
    </article>
  );
}
