import { accountTexts } from "#language/accounts.ts";
import { formatDate, formatNumber } from "#language/format.ts";
import { outlookTexts } from "#language/outlook.ts";
import { taskTexts } from "#language/tasks.ts";
import { useTexts } from "#language/use-texts.ts";
import { jakartaDate } from "@tuwai/domain/time";
import { BesideFigure, Definition, loadCoverage } from "#coverage";
import { forUseCase, pageMeta, type Handle } from "#shell";
import { Actions, ButtonLink, Card, EmptyState, Figure } from "#ui";
import type { Route } from "./+types/work.page";
import { greetingAt } from "./greeting.ts";
import { findOwnArea, hasOwnArea } from "./own-area.ts";
import { outlookFor } from "./outlook.ts";
import { Deadlines, FirstSteps, OwnFigure, SilentVillages, Waits } from "./outlook-cards.tsx";
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
  const empty = outlook.steps.length > 0 ? heading.begin(name) : heading.nothing(name);
  return {
    title: t.title,
    heading: tasks.length > 0 ? heading.tasks(formatNumber(language, tasks.length), name) : empty,
    greeting: t.greeting[greetingAt(now)],
    when: [
      formatDate(language, jakartaDate(now.getTime())),
      accountTexts[language].roles[actor.role],
      ...(hasOwnArea(actor) ? [area.name] : []),
    ].join(" · "),
    tasks,
    outlook,
    news: await newsFor(app, actor, language),
    area: outlook.figure === null || hasOwnArea(actor) ? area : null,
    silent: await findSilentVillages(app, actor, loaded),
  };
}

/** One heading that says how much waits; then what to do, what others have, how the area stands. */
export default function WorkPage({ loaderData: page }: Route.ComponentProps) {
  const { outlook } = page;
  const isNew = page.tasks.length === 0 && outlook.steps.length > 0;
  return (
    <div className="page">
      <header>
        <p className="when">
          {page.greeting} {page.when}
        </p>
        <h1>{page.heading}</h1>
      </header>
      <div className="columns columns-wide-first">
        <div className="stack">
          {page.tasks.length > 0 && <Tasks tasks={page.tasks} />}
          {outlook.steps.length > 0 && <FirstSteps steps={outlook.steps} />}
          {page.silent && <SilentVillages villages={page.silent} />}
          {page.tasks.length === 0 && !isNew && <Next next={outlook.next} />}
          <Deadlines deadlines={outlook.deadlines} />
        </div>
        <div className="stack">
          <Waits waits={outlook.waits} />
          <NewsCard news={page.news} />
          {page.area ? (
            <AreaCard area={page.area} />
          ) : (
            outlook.figure && <OwnFigure figure={outlook.figure} />
          )}
        </div>
      </div>
    </div>
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

function AreaCard({ area }: { readonly area: NonNullable<Loaded["area"]> }) {
  const t = useTexts(taskTexts);
  return (
    <Card title={`${t.yourArea}: ${area.name}`}>
      <Figure
        share={area.share}
        parts={t.parts}
        missing={t.missing}
        stitches
        definition={<Definition code={area.definition} />}
      />
      {area.beside && <BesideFigure beside={area.beside} />}
      <Actions>
        <ButtonLink look="plain" href={area.href}>
          {t.seeCoverage}
        </ButtonLink>
      </Actions>
    </Card>
  );
}

function Tasks({ tasks }: { readonly tasks: Loaded["tasks"] }) {
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
            <ButtonLink {...(at === 0 ? {} : { look: "plain" as const })} small href={task.href}>
              {task.action}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
