import { useLocation } from "react-router";
import { linkingQuality, type LinkingQuality } from "@tuwai/server/link-review";
import { type QuestionKind, registryKinds } from "@tuwai/server/linking";
import { formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { linkSampleTexts } from "#language/link-samples.ts";
import { linkingTexts } from "#language/linking.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, pageMeta, type Handle } from "#shell";
import { ButtonLink, Card, Disclosure, LinkChips, LinkTabs, Notice, Page, withQuery } from "#ui";
import type { Route } from "./+types/quality.page";
import { questionKinds, readLinkQuery, wordOfKind, writeLinkQuery } from "#link-review";
import { QualityTable } from "./quality-table.tsx";

export const handle: Handle = { access: "link_review.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const { villages } = await linkingQuality(...forUseCase(context));
  const { kind } = readLinkQuery(searchParams);
  const registry = registryKinds.find((known) => known === kind) ?? "dtsen";
  return {
    title: linkingTexts[languageOf(pathname)].quality.title,
    registry,
    registries: registryKinds,
    villages: villages.filter(({ persons }) => persons > 0),
    open: questionKinds.map((asked) => ({ kind: asked, count: countOpen(villages, asked) })),
  };
}

function countOpen(villages: LinkingQuality["villages"], kind: QuestionKind): number {
  return villages.reduce(
    (sum, village) => sum + (kind === "person" ? village.openDuplicates : village.registries[kind].open),
    0,
  );
}

export default function QualityPage({ loaderData: page }: Route.ComponentProps) {
  const { quality: t, kinds } = useTexts(linkingTexts);
  const measured = useTexts(linkSampleTexts).title;
  const language = useLanguage();
  const to = useLocalPath();
  const { pathname, search } = useLocation();
  const number = (value: number): string => formatNumber(language, value);
  const total = page.open.reduce((sum, { count }) => sum + count, 0);
  return (
    <Page
      title={page.title}
      lead={t.lead}
      actions={
        <ButtonLink look="plain" href={to("/padan/mutu")}>
          {measured}
        </ButtonLink>
      }
    >
      <Card title={t.queues}>
        {total === 0 ? (
          <Notice tone="ok">{t.noneOpen}</Notice>
        ) : (
          <>
            <LinkChips
              label={t.queues}
              choices={[
                { href: to("/padan/antrean"), label: t.queueAll(number(total)) },
                ...page.open
                  .filter(({ count }) => count > 0)
                  .map(({ kind, count }) => ({
                    href: to("/padan/antrean") + writeLinkQuery({ kind }),
                    label: t.queueKind(kinds[kind], number(count)),
                  })),
              ]}
            />
            <div>
              <ButtonLink href={to("/padan/antrean")}>{t.start}</ButtonLink>
            </div>
          </>
        )}
      </Card>
      <LinkTabs
        label={t.registry}
        choices={page.registries.map((kind) => ({
          href: pathname + withQuery(search, { jenis: kind === "dtsen" ? null : wordOfKind(kind) }),
          label: kinds[kind],
          current: kind === page.registry,
        }))}
      />
      <QualityTable villages={page.villages} registry={page.registry} />
      <Disclosure summary={t.how}>
        {t.howText.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Disclosure>
    </Page>
  );
}
