import { accountTexts } from "#language/accounts.ts";
import { formatTime } from "#language/format.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { taskTexts } from "#language/tasks.ts";
import { BesideFigure, Definition, loadCoverage } from "#coverage";
import { forUseCase, pageMeta, type Handle } from "#shell";
import { Actions, ButtonLink, Card, DescriptionList, EmptyState, Figure, Page } from "#ui";
import type { Route } from "./+types/work.page";
import { greetingAt } from "./greeting.ts";
import { findOwnArea } from "./own-area.ts";
import { tasksFor } from "./counted-tasks.ts";

export const handle: Handle = { access: "task.list" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const loaded = await loadCoverage(request, context);
  const { language } = loaded;
  const t = taskTexts[language];
  const now = app.clock.now();
  return {
    title: t.title,
    greeting: t.greeting[greetingAt(now)](actor.displayName ?? t.nobody),
    role: accountTexts[language].roles[actor.role],
    checkedAt: formatTime(language, now),
    tasks: await tasksFor(app, actor, language),
    area: await findOwnArea([app, actor], loaded),
  };
}

export default function WorkPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(taskTexts);
  const to = useLocalPath();
  return (
    <Page title={page.greeting} lead={page.role}>
      <div className="columns columns-wide-first columns-tall-second">
        <Tasks page={page} />
        <Card title={`${t.yourArea}: ${page.area.name}`}>
          <Figure
            share={page.area.share}
            parts={t.parts}
            missing={t.missing}
            stitches
            definition={<Definition code={page.area.definition} />}
          />
          {page.area.beside && <BesideFigure beside={page.area.beside} />}
          <Actions>
            <ButtonLink look="plain" href={page.area.href}>
              {t.seeCoverage}
            </ButtonLink>
          </Actions>
        </Card>
        <Card title={t.account}>
          <DescriptionList facts={[{ name: t.role, value: page.role }]} />
          <p>
            <a href={to("/profil/kode-kedua")}>{t.secondFactor}</a>
          </p>
          <p>
            <a href={to("/keluar")}>{t.signOut}</a>
          </p>
        </Card>
      </div>
    </Page>
  );
}

function Tasks({ page }: { readonly page: Route.ComponentProps["loaderData"] }) {
  const t = useTexts(taskTexts);
  if (page.tasks.length === 0) {
    return <EmptyState title={t.allDone(page.checkedAt)}>{t.allDoneNext}</EmptyState>;
  }
  return (
    <Card title={t.toDo(page.tasks.length)}>
      <ul className="tasks">
        {page.tasks.map((task) => (
          <li key={task.id}>
            <div>
              <strong>{task.text}</strong>
              {task.note !== undefined && <div className="quiet small">{task.note}</div>}
            </div>
            <ButtonLink look="plain" small href={task.href}>
              {task.action}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
