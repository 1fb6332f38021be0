import { useEffect, useRef, useState } from 'preact/hooks';
import type { Help, HelpLine, HelpTopic, Situation } from '../../lib/claims/types.ts';
import { inWords } from '../ui/dates.ts';
import { Link } from '../ui/Link.tsx';
import { countryInWords } from '../ui/regions.ts';
import { strings } from '../ui/strings.ts';
import { CountryChoice } from './CountryChoice.tsx';

interface Props {
  help: Help[];
  /** Whose help is shown, ISO 3166 alpha-2. */
  country: string;
  onCountry: (country: string) => void;
  /** Leaves for a neutral page. */
  onLeave: () => void;
}

const words = strings.help;

/** Help behind one question, so that nobody meets a hotline number without having asked for it. */
export function HelpView({ help, country, onCountry, onLeave }: Props) {
  const here = help.find((entry) => entry.country === country);
  // The situation outlives a change of country: the same question, answered for there.
  const [situation, setSituation] = useState<Situation>();
  const topic = here?.topics.find((entry) => entry.situation === situation);
  return (
    <div class="help">
      <QuickExit onLeave={onLeave} />
      {!here && <p>{words.none(countryInWords(country))}</p>}
      {help.length > 0 && <CountryChoice help={help} country={country} onChange={onCountry} />}
      {here && !topic && <Questions help={here} onChoose={setSituation} />}
      {here && topic && <Answer help={here} topic={topic} onBack={() => setSituation(undefined)} />}
    </div>
  );
}

function QuickExit({ onLeave }: { onLeave: () => void }) {
  return (
    <div class="help-exit">
      <button type="button" class="button" onClick={onLeave}>
        {words.leave}
      </button>
      <p class="dim small">{words.leaveNote}</p>
    </div>
  );
}

function Questions({ help, onChoose }: { help: Help; onChoose: (situation: Situation) => void }) {
  return (
    <>
      <h2>{words.question}</h2>
      <ul class="help-topics">
        {help.topics.map((topic) => (
          <li key={topic.situation}>
            <button type="button" class="button" onClick={() => onChoose(topic.situation)}>
              {topic.question}
            </button>
          </li>
        ))}
      </ul>
      <p class="dim small">{words.countryNote}</p>
    </>
  );
}

function Answer({ help, topic, onBack }: { help: Help; topic: HelpTopic; onBack: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const lines = topic.lines.flatMap((id) => help.lines.find((line) => line.id === id) ?? []);
  return (
    <>
      <button type="button" class="quiet" onClick={onBack}>
        <span aria-hidden="true">← </span>
        {words.back}
      </button>
      <h2 ref={heading} tabIndex={-1}>
        {topic.question}
      </h2>
      {topic.situation === 'danger' && <p class="help-emergency">{words.emergency(help.emergency)}</p>}
      {topic.advice.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {lines.length > 0 && (
        <ul class="help-lines">
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ul>
      )}
    </>
  );
}

function Line({ line }: { line: HelpLine }) {
  const facts = [line.hours, line.languages, words.checked(inWords(line.verifiedOn))].filter(Boolean);
  return (
    <li>
      <h3>{line.name}</h3>
      <p>
        {line.purpose} {line.operator !== line.name && words.runBy(line.operator)}
      </p>
      <ul class="help-ways">
        {line.phone && (
          <li>
            {words.call} <Link href={`tel:${line.phone.replaceAll(' ', '')}`}>{line.phone}</Link>
          </li>
        )}
        {line.text && (
          <li>
            {words.text} <b>{line.text}</b>
          </li>
        )}
        {line.web && (
          <li>
            <Link href={line.web}>{words.web}</Link>
          </li>
        )}
      </ul>
      <p class="dim small">{facts.join(' · ')}</p>
    </li>
  );
}
