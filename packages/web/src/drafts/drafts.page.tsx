import { listDrafts, type ListedDraft } from "@tuwai/server/drafts";
import { readYear, VillageTabs, villageTabsOf } from "#commitments";
import { commitmentTexts } from "#language/commitments.ts";
import { draftTexts } from "#language/drafts.ts";
import { formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { ButtonLink, Card, Disclosure, EmptyState, Page, Tag } from "#ui";
import type { Route } from "./+types/drafts.page";

export const handle: Handle = { access: "village_commitment.draft" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const t = draftTexts[languageOf(pathname)];
  const [app, actor] = forUseCase(context);
  const year = readYear(searchParams, app);
  const list = await listDrafts(app, actor, { villageCode: params.desa, year });
  return { ...list, title: t.title(list.name, String(year)), tabs: villageTabsOf(actor) };
}

export default function DraftsPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(draftTexts);
  const c = useTexts(commitmentTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const number = (n: number) => formatNumber(language, n);
  const home = to(`/anggaran/komitmen/${page.villageCode}?tahun=${page.year}`);
  const ready = page.drafts.filter(({ lacks }) => lacks.length === 0).length;
  return (
    <Page
      title={page.title}
      lead={page.heads === 0 ? t.leadNone : t.lead(number(ready), number(page.drafts.length))}
      crumbs={[
        { href: to(`/anggaran/komitmen?tahun=${page.year}`), label: c.title },
        { href: home, label: page.name },
        { label: t.crumb },
      ]}
    >
      <VillageTabs here="drafts" village={page.villageCode} year={page.year} tabs={page.tabs} />
      {page.heads === 0 ? (
        <EmptyState title={t.leadNone}>
          <p>{t.noneNext}</p>
          <ButtonLink look="plain" href={home}>
            {c.village.tabs.promise}
          </ButtonLink>
        </EmptyState>
      ) : (
        <>
          <p>{t.people(number(page.listed), number(page.heads))}</p>
          {page.drafts.map((draft) => (
            <DraftCard key={draft.kind} draft={draft} village={page.villageCode} year={page.year} />
          ))}
          <p className="quiet small">{t.law}</p>
        </>
      )}
    </Page>
  );
}

type Props = { readonly draft: ListedDraft; readonly village: string; readonly year: number };

function DraftCard({ draft: { kind, lacks, blanks, namesPeople }, village, year }: Props) {
  const t = useTexts(draftTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const file = (bentuk: "pdf" | "word", kertas: "a4" | "f4") =>
    to(
      `/anggaran/komitmen/${village}/naskah/berkas?tahun=${year}&jenis=${kind}&bentuk=${bentuk}&kertas=${kertas}`,
    );
  return (
    <Card title={t.names[kind]}>
      <p>
        <Tag status={lacks.length === 0 ? "active" : "waiting"}>
          {lacks.length === 0 ? t.ready : t.lacking}
        </Tag>
      </p>
      <p>{t.what[kind]}</p>
      {lacks.length > 0 && (
        <>
          <p>{t.lacksTitle}:</p>
          <ul>
            {lacks.map((lack) => (
              <li key={lack}>{t.lacks[lack]}</li>
            ))}
          </ul>
        </>
      )}
      <Disclosure summary={t.byHand(formatNumber(language, blanks.length))}>
        <ul>
          {blanks.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </Disclosure>
      {namesPeople && <p className="quiet small">{t.named}</p>}
      <div className="actions">
        <ButtonLink href={file("pdf", "f4")}>{t.pdf(t.papers.f4)}</ButtonLink>
        <ButtonLink look="plain" href={file("pdf", "a4")}>
          {t.pdf(t.papers.a4)}
        </ButtonLink>
        <ButtonLink look="plain" href={file("word", "f4")}>
          {t.word}
        </ButtonLink>
      </div>
    </Card>
  );
}
