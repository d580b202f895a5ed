import { commitmentGroups } from "@tuwai/domain/commitments";
import { AppError } from "@tuwai/server/app";
import { listCommitmentHeads } from "@tuwai/server/commitments";
import { commitmentTexts } from "#language/commitments.ts";
import { formatDate, formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { listOwnVillages } from "#regions";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { EmptyState, Page, Table } from "#ui";
import type { Route } from "./+types/heads.page";

export const handle: Handle = { access: "officer.list" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const t = commitmentTexts[languageOf(new URL(request.url).pathname)];
  const use = forUseCase(context);
  const group = commitmentGroups.find((one) => one === params.kelompok);
  const village = (await listOwnVillages(...use)).find(({ code }) => code === params.desa);
  if (group === undefined || village === undefined) throw new AppError("not-found");
  const heads = await listCommitmentHeads(...use, { villageCode: village.code, group });
  return { title: t.heads.title(t.groups[group], village.name), heads, village };
}

export default function HeadsPage({ loaderData: { title, heads, village } }: Route.ComponentProps) {
  const t = useTexts(commitmentTexts);
  const language = useLanguage();
  const to = useLocalPath();
  return (
    <Page
      title={title}
      lead={t.heads.lead(formatNumber(language, heads.length))}
      crumbs={[
        { href: to("/anggaran/komitmen"), label: t.title },
        { href: to(`/anggaran/komitmen/${village.code}`), label: village.name },
        { label: title },
      ]}
    >
      {heads.length === 0 ? (
        <EmptyState title={t.heads.none}>
          <p>{t.heads.noneNext}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t.heads.caption}
          rows={heads}
          keyOf={({ person }) => person.code ?? person.name ?? ""}
          columns={[
            {
              key: "person",
              head: t.heads.person,
              cell: ({ person: { code, name } }) =>
                code === undefined ? name : <a href={to(`/pekerja/${code}`)}>{name ?? code}</a>,
            },
            {
              key: "position",
              head: t.heads.position,
              cell: ({ position, isTwice }) => (
                <>
                  {position ?? ""}
                  {isTwice && <div className="quiet small">{t.heads.twice}</div>}
                </>
              ),
            },
            {
              key: "protected",
              head: t.heads.protected,
              cell: ({ protectedBy }) => (protectedBy === null ? t.heads.open : t.heads.by[protectedBy]),
            },
            {
              key: "list",
              head: t.heads.list,
              cell: ({ listCode, listedOn }) =>
                listCode === null
                  ? "–"
                  : `${listCode}${listedOn === null ? "" : `, ${formatDate(language, listedOn)}`}`,
            },
          ]}
        />
      )}
    </Page>
  );
}
