import type { ReactElement } from "react";
import { formatNumber } from "#language/format.ts";
import { outlookTexts } from "#language/outlook.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Actions, ButtonLink, Card, Disclosure, Icon, Notice, Seam } from "#ui";
import type { OutlookInWords } from "./outlook.ts";
import type { Silence, SilentVillage } from "./silent-villages.ts";

/** The first of them with the one filled button; the rest wait below it. */
export function FirstSteps({ steps }: { readonly steps: OutlookInWords["steps"] }): ReactElement {
  return (
    <>
      {steps.map((step, at) => (
        <section key={step.id} className={at === 0 ? "card first-step" : "card"}>
          <h2>{step.title}</h2>
          <p>{step.text}</p>
          <Actions>
            <ButtonLink href={step.href} {...(at === 0 ? {} : { look: "plain" as const })}>
              {step.action}
            </ButtonLink>
            {step.ways.map((way) => (
              <a key={way.href} href={way.href}>
                {way.action}
              </a>
            ))}
          </Actions>
          <p className="quiet small">{step.time}</p>
        </section>
      ))}
    </>
  );
}

/** Who has it, how much, and one stitch for each day. */
export function Waits({ waits }: { readonly waits: OutlookInWords["waits"] }): ReactElement {
  const t = useTexts(outlookTexts);
  return (
    <Card title={t.waitsTitle} id="menunggu">
      {waits.length === 0 && <p className="quiet">{t.waitsNone}</p>}
      <ul className="holds">
        {waits.map((wait) => (
          <li key={wait.id}>
            <b>{wait.who}</b>
            <span className="days">{wait.age}</span>
            <Seam count={wait.days} />
            <span className="quiet small">
              {wait.what} {wait.since}
            </span>
            {wait.href !== null && (
              <a className="small" href={wait.href} aria-label={`${t.see}: ${wait.what}`}>
                {t.see}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function Deadlines({
  deadlines,
}: {
  readonly deadlines: OutlookInWords["deadlines"];
}): ReactElement | null {
  const t = useTexts(outlookTexts);
  if (deadlines.length === 0) return null;
  return (
    <Card title={t.deadlinesTitle} id="tenggat">
      {deadlines.map(({ id, text, isPast }) =>
        isPast ? (
          <Notice key={id} tone="warn" title={`${t.past}.`}>
            {text}
          </Notice>
        ) : (
          <p key={id}>{text}</p>
        ),
      )}
    </Card>
  );
}

export function OwnFigure({
  figure,
}: {
  readonly figure: NonNullable<OutlookInWords["figure"]>;
}): ReactElement {
  const t = useTexts(outlookTexts);
  return (
    <Card title={t.figureTitle}>
      <p className="own-figure">
        <b className="big-number">{figure.number}</b> <span>{figure.what}</span>
      </p>
    </Card>
  );
}

const shownAtOnce = 5;

/** Villages without a list, each with whom to remind. */
export function SilentVillages({ silence }: { readonly silence: Silence }): ReactElement {
  const { villages, of } = silence;
  const t = useTexts(outlookTexts).silent;
  const language = useLanguage();
  const [first, rest] = [villages.slice(0, shownAtOnce), villages.slice(shownAtOnce)];
  if (villages.length === 0)
    return (
      <Card id="belum-mengirim">
        <p>
          <Icon name="check" /> {t.none}
        </p>
      </Card>
    );
  return (
    <Card title={t.title(formatNumber(language, villages.length))} id="belum-mengirim">
      <Seam count={of - villages.length} of={of} />
      <p className="quiet">
        {t.sent(formatNumber(language, of - villages.length), formatNumber(language, of))} {t.text}
      </p>
      <VillageList villages={first} />
      {rest.length > 0 && (
        <Disclosure summary={t.all(formatNumber(language, rest.length))}>
          <VillageList villages={rest} />
        </Disclosure>
      )}
      <div>
        <ButtonLink
          look="plain"
          href={`https://wa.me/?text=${encodeURIComponent(t.message(villages.map(({ name }) => name).join(", ")))}`}
          rel="noreferrer"
          target="_blank"
        >
          <Icon name="meeting" /> {t.remind(formatNumber(language, villages.length))}
        </ButtonLink>
      </div>
    </Card>
  );
}

function VillageList({ villages }: { readonly villages: readonly SilentVillage[] }): ReactElement {
  const t = useTexts(outlookTexts).silent;
  return (
    <ul className="holds">
      {villages.map(({ code, name, href, officials }) => (
        <li key={code} data-region={code}>
          <a href={href}>{name}</a>
          <span />
          <span className="quiet small">
            {officials.length === 0
              ? t.nobody
              : officials.map((official) => <span key={official}>{official}</span>)}
          </span>
        </li>
      ))}
    </ul>
  );
}
