import { listGroups } from "@tuwai/server/groups";
import { ContributionTabs, seenSections } from "#contributions";
import { formatDate, formatNumber } from "#language/format.ts";
import { groupTexts } from "#language/groups.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { villageNamer } from "#regions";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { EmptyState, Notice, Page, Table } from "#ui";
import type { Route } from "./+types/groups.page";
import { groupNamer } from "./group-namer.ts";

export const handle: Handle = { access: "group.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(groupTexts[languageOf(location.pathname)].title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const nameOf = groupNamer(language, await villageNamer(app, actor));
  const groups = await listGroups(app, actor);
  return {
    groups: groups.map((group) => ({ ...group, name: nameOf(group) })),
    sections: seenSections(actor),
  };
}

export default function GroupsPage({ loaderData: { groups, sections } }: Route.ComponentProps) {
  const t = useTexts(groupTexts);
  const language = useLanguage();
  const urgent = groups.filter(({ workers, warnings }) => workers > 0 && warnings.length > 0).length;
  return (
    <Page title={t.title} lead={t.lead}>
      <ContributionTabs here="groups" seen={sections} />
      {urgent > 0 && <Notice tone="warn">{t.needsYou(formatNumber(language, urgent))}</Notice>}
      {groups.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <GroupTable groups={groups} />
      )}
      <p className="quiet small">{t.why}</p>
    </Page>
  );
}

type Groups = Route.ComponentProps["loaderData"]["groups"];

function GroupTable({ groups }: { readonly groups: Groups }) {
  const t = useTexts(groupTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const termsOf = ({ agreement, agreedUntil, segment }: Groups[number]): string => {
    if (agreement === null) return segment === "pu-village" ? t.notNeeded : t.unknown;
    return agreedUntil === null
      ? t.openEnd(agreement)
      : t.agreed(agreement, formatDate(language, agreedUntil));
  };
  const isEmpty = ({ workers }: Groups[number]) => workers === 0;
  const empty = groups.filter(isEmpty).length;
  const summary = t.empty(formatNumber(language, empty));
  const fold = { summary, isFolded: isEmpty, says: t.nobodyYet, isOpen: false };
  return (
    <Table
      caption={t.caption(formatNumber(language, groups.length))}
      rows={groups}
      keyOf={({ key }) => key}
      fold={empty === 0 || empty === groups.length ? undefined : fold}
      columns={[
        {
          key: "group",
          head: t.columns.group,
          cell: ({ key, name }) => <a href={to(`/iuran/kelompok/${key}`)}>{name}</a>,
        },
        {
          key: "workers",
          head: t.columns.workers,
          number: true,
          cell: ({ workers }) => formatNumber(language, workers),
        },
        { key: "number", head: t.columns.number, cell: ({ number }) => number ?? t.unknown },
        { key: "agreement", head: t.columns.agreement, cell: termsOf },
        {
          key: "warnings",
          phone: "wide",
          head: t.columns.warnings,
          cell: ({ warnings }) =>
            warnings.length === 0 ? t.noWarning : warnings.map((warning) => t.warnings[warning]).join("; "),
        },
      ]}
    />
  );
}
