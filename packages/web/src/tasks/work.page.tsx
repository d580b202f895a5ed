import { accountTexts } from "#language/accounts.ts";
import { formatDate, formatNumber } from "#language/format.ts";
import { frontTexts } from "#language/fronts.ts";
import { highlightTexts } from "#language/highlights.ts";
import { localPath, type Language } from "#language/language.ts";
import { outlookTexts } from "#language/outlook.ts";
import { taskTexts } from "#language/tasks.ts";
import { indicatorTexts } from "#language/indicators.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { jakartaDate } from "@tuwai/domain/time";
import { kindOfCode, parseRegionCode } from "@tuwai/domain/regions";
import { may, scopeOf } from "@tuwai/server/access";
import type { Actor } from "@tuwai/server/app";
import { getPromiseRecord } from "@tuwai/server/commitments";
import { callTexts } from "#language/calls.ts";
import { BesideFigure, Definition, loadCoverage } from "#coverage";
import { forUseCase, pageMeta, type Handle } from "#shell";
import { Actions, ButtonLink, Card, Disclosure, EmptyState, Figure, Headline, NameCards, Notice } from "#ui";
import type { Route } from "./+types/work.page";
import { greetingAt } from "./greeting.ts";
import { type Front, frontFor } from "./front.ts";
import { findOwnArea, hasOwnArea } from "./own-area.ts";
import { outlookFor } from "./outlook.ts";
import { Deadlines, FirstSteps, OwnFigure, SilentVillages, Waits } from "./outlook-cards.tsx";
import { AskedCard, PromiseCard } from "./promise-cards.tsx";
import { findSilentVillages } from "./silent-villages.ts";
import { newsFor } from "./news.ts";
import { NewsCard } from "./news-card.tsx";
import { tasksFor } from "./counted-tasks.ts";

export const handle: Handle = { access: "task.list" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const loaded = await loadCoverage(request, context);
  const { language } = loaded;
  const t = taskTexts[language];
  const { heading } = outlookTexts[language];
  const now = app.clock.now();
  const name = actor.displayName ?? t.nobody;
  const tasks = await tasksFor(app, actor, language);
  const outlook = await outlookFor(app, actor, language);
  const area = await findOwnArea([app, actor], loaded);
  const front = await frontFor(app, actor, { language, loaded, area });
  const empty = outlook.steps.length > 0 ? heading.begin(name) : heading.nothing(name);
  return {
    title: t.title,
    heading: tasks.length > 0 ? heading.tasks(formatNumber(language, tasks.length), name) : empty,
    greeting: t.greeting[greetingAt(now)],
    when: [
      formatDate(language, jakartaDate(now.getTime())),
      roleOf(actor, language),
      ...(hasOwnArea(actor) ? [area.name] : []),
    ].join(" · "),
    front,
    tasks,
    outlook,
    record: may(actor, "village_commitment.evaluate") ? await getPromiseRecord(app, actor) : null,
    contactHref:
      scopeOf(actor, "village_contact.write") === "V"
        ? localPath(language, `/kontak-desa/${actor.scope ?? ""}`)
        : null,
    villages: loaded.rows.map(({ code, name: of }) => ({ code, name: of })),
    news: await newsFor(app, actor, language),
    area: outlook.figure === null || hasOwnArea(actor) ? area : null,
    silent: await findSilentVillages(app, actor, loaded),
    highlights: may(actor, "highlight.read") ? localPath(language, "/sorot") : null,
  };
}

/** A head of a kelurahan is a lurah. */
function roleOf(actor: Actor, language: Language): string {
  if (scopeOf(actor, "list_decision.approve") !== "V") return accountTexts[language].roles[actor.role];
  const code = parseRegionCode(actor.scope ?? "");
  const kind = code !== undefined && kindOfCode(code) === "kelurahan" ? "kelurahan" : "desa";
  return frontTexts[language].village.roles[kind];
}

/** One heading that says how much waits; then what to do, what others have, how the area stands. */
export default function WorkPage({ loaderData: page }: Route.ComponentProps) {
  const { front, outlook } = page;
  const [first, ...others] = page.tasks;
  const isNew = first === undefined && outlook.steps.length > 0;
  const isStepAbove = front !== null && !front.isCall && !isNew;
  const tasks = isStepAbove ? others : page.tasks;
  const isSaid = isStepAbove || (front !== null && front.names.cards.length > 0);
  const next = first === undefined && !isNew && !isSaid ? outlook.next : null;
  const hasMain =
    tasks.length + outlook.steps.length + outlook.deadlines.length > 0 ||
    next !== null ||
    page.record !== null ||
    page.silent !== null;
  const waits = (
    <>
      <Waits waits={outlook.waits} />
      <NewsCard news={page.news} />
    </>
  );
  return (
    <div className="page">
      <header className="stack">
        <p className="when">
          {page.greeting} {page.when}
        </p>
        {front === null ? <h1>{page.heading}</h1> : <Headline {...front} />}
      </header>
      {isStepAbove && <NextStep step={first ?? outlook.next} />}
      {front !== null && <Names front={front} />}
      <div className="columns columns-wide-first">
        <div className="stack">
          {tasks.length > 0 && <Tasks tasks={tasks} isFirst={front === null} />}
          {outlook.steps.length > 0 && <FirstSteps steps={outlook.steps} />}
          {page.record && <PromiseCard record={page.record} />}
          {page.silent && <SilentVillages silence={page.silent} />}
          {next !== null && <Next next={next} />}
          <Deadlines deadlines={outlook.deadlines} />
          {!hasMain && waits}
        </div>
        <div className="stack">
          {page.highlights !== null && <HighlightsCard href={page.highlights} />}
          {page.record?.asked && <AskedCard asked={page.record.asked} villages={page.villages} />}
          {hasMain && waits}
          {page.area ? (
            <AreaCard area={page.area} contactHref={page.contactHref} isHeading={front?.isShare ?? false} />
          ) : (
            outlook.figure && <OwnFigure figure={outlook.figure} />
          )}
        </div>
      </div>
    </div>
  );
}

type Step = {
  readonly text: string;
  readonly note?: string;
  readonly action: string;
  readonly href: string;
};

/** The most urgent next step, with the page's one filled button. */
function NextStep({ step: task }: { readonly step: Step }) {
  const t = useTexts(taskTexts);
  return (
    <section className="card first-step next-step">
      <div>
        <p className="quiet small">{t.toDo}</p>
        <strong>{task.text}</strong>
        {task.note !== undefined && <div className="quiet small">{task.note}</div>}
      </div>
      <ButtonLink href={task.href}>{task.action}</ButtonLink>
    </section>
  );
}

function Names({ front }: { readonly front: Front }) {
  const t = useTexts(callTexts);
  return (
    <>
      <NameCards title={front.names.title} cards={front.names.cards} isUrgent={front.isCall} />
      {front.isCall && front.names.cards.length > 0 && (
        <Disclosure summary={t.whyThese}>
          <p>{t.howChosen}</p>
        </Disclosure>
      )}
    </>
  );
}

type Loaded = Route.ComponentProps["loaderData"];

function Next({ next }: { readonly next: Loaded["outlook"]["next"] }) {
  return (
    <EmptyState
      title={next.text}
      action={
        <ButtonLink look="plain" href={next.href}>
          {next.action}
        </ButtonLink>
      }
    />
  );
}

function HighlightsCard({ href }: { readonly href: string }) {
  const t = useTexts(highlightTexts).work;
  return (
    <Card title={t.title}>
      <p>{t.text}</p>
      <Actions>
        <ButtonLink look="plain" href={href}>
          {t.open}
        </ButtonLink>
      </Actions>
    </Card>
  );
}

type AreaProps = {
  readonly area: NonNullable<Loaded["area"]>;
  readonly contactHref: string | null;
  readonly isHeading: boolean;
};

function AreaCard({ area, contactHref, isHeading }: AreaProps) {
  const t = useTexts(taskTexts);
  const calls = useTexts(callTexts).contact;
  return (
    <Card title={`${t.yourArea}: ${area.name}`}>
      <Figure
        share={area.share}
        parts={area.estimate === null ? t.parts : t.partsOfEstimate}
        missing={t.missing}
        stitches
        isHeading={isHeading && area.estimate === null}
        definition={<Definition code={area.definition} />}
      />
      {area.estimate && <EstimateLines estimate={area.estimate} listed={area.listed} />}
      {area.beside && <BesideFigure beside={area.beside} />}
      <Actions>
        <ButtonLink look="plain" href={area.href}>
          {t.seeCoverage}
        </ButtonLink>
        {contactHref !== null && <a href={contactHref}>{calls.own}</a>}
      </Actions>
    </Card>
  );
}

type EstimateProps = {
  readonly estimate: NonNullable<AreaProps["area"]["estimate"]>;
  readonly listed: AreaProps["area"]["listed"];
};

/** How sure the denominator is, and how many are listed: another stage, which never moves the share. */
function EstimateLines({ estimate, listed }: EstimateProps) {
  const t = useTexts(indicatorTexts).area;
  const language = useLanguage();
  const number = (n: number) => formatNumber(language, n);
  return (
    <>
      <p className="quiet small">{t.range(number(estimate.low), number(estimate.high))}</p>
      <p className="small">
        {listed === null
          ? t.noneListed
          : t.listed(number(listed.denominator), number(listed.numerator), number(estimate.middle))}
      </p>
      {estimate.isTooLow && <Notice tone="warn">{t.tooLow(number(listed?.denominator ?? 0))}</Notice>}
    </>
  );
}

type TasksProps = { readonly tasks: Loaded["tasks"]; readonly isFirst: boolean };

function Tasks({ tasks, isFirst }: TasksProps) {
  const t = useTexts(taskTexts);
  return (
    <Card title={t.toDo}>
      <ul className="tasks">
        {tasks.map((task, at) => (
          <li key={task.id}>
            <div>
              <strong>{task.text}</strong>
              {task.note !== undefined && <div className="quiet small">{task.note}</div>}
            </div>
            <ButtonLink {...(isFirst && at === 0 ? {} : { look: "plain" as const })} small href={task.href}>
              {task.action}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
