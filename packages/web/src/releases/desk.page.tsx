import { listReleaseDrafts } from "@tuwai/server/releases";
import { formatInstant, formatMonth } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { releaseTexts } from "#language/releases.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, pageMeta, type Handle } from "#shell";
import { EmptyState, Page, Table } from "#ui";
import type { Route } from "./+types/desk.page";

export const handle: Handle = { access: "release.publish" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(releaseTexts[languageOf(location.pathname)].desk.title);

export async function loader({ context }: Route.LoaderArgs) {
  const drafts = await listReleaseDrafts(...forUseCase(context));
  return { drafts: drafts.map(({ id, month, state, preparedAt }) => ({ id, month, state, preparedAt })) };
}

/** Releases that wait for one of two persons, and those of before. */
export default function ReleaseDeskPage({ loaderData: { drafts } }: Route.ComponentProps) {
  const t = useTexts(releaseTexts).desk;
  const language = useLanguage();
  const to = useLocalPath();
  return (
    <Page title={t.title} lead={t.lead}>
      {drafts.length === 0 ? (
        <EmptyState title={t.none}>{t.noneTodo}</EmptyState>
      ) : (
        <Table
          caption={t.title}
          rows={drafts}
          keyOf={(draft) => draft.id}
          columns={[
            {
              key: "month",
              head: t.columns.month,
              cell: (draft) => (
                <a href={to(`/admin/rilis/${draft.id}`)}>{formatMonth(language, draft.month)}</a>
              ),
            },
            { key: "state", head: t.columns.state, cell: (draft) => t.states[draft.state] },
            {
              key: "prepared",
              head: t.columns.prepared,
              phone: "wide",
              cell: (draft) => formatInstant(language, draft.preparedAt),
            },
          ]}
        />
      )}
    </Page>
  );
}
