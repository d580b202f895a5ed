import { listClaimLetters } from "@tuwai/server/claim-letters";
import { claimLetterTexts } from "#language/claim-letters.ts";
import { formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { ErrorSummary, Notice, optionsOf, Page, SelectField } from "#ui";
import type { Route } from "./+types/letters.page";
import { LetterCard } from "./letter-card.tsx";

export const handle: Handle = { access: "claim.help" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(claimLetterTexts[languageOf(location.pathname)].title);

/** The letters of a case; each is made by the address of its file. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const t = claimLetterTexts[languageOf(pathname)];
  const list = await listClaimLetters(...forUseCase(context), { claimCode: params.kode });
  const errors = searchParams.get("salah") === "alasan" ? { alasan: t.reasonMissing } : {};
  return { ...list, errors };
}

export default function LettersPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(claimLetterTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const number = (n: number) => formatNumber(language, n);
  const claim = `/klaim/${page.claimCode}`;
  const ready = page.letters.filter(({ lacks }) => lacks.length === 0).length;
  return (
    <Page
      title={t.title}
      lead={t.lead(number(ready), number(page.letters.length), page.initials)}
      narrow
      crumbs={[
        { href: to("/klaim"), label: t.claims },
        { href: to(claim), label: `KL-${page.claimCode}` },
        { label: t.title },
      ]}
    >
      <ErrorSummary errors={page.errors} />
      <Notice>{t.why}</Notice>
      <form method="post" className="stack">
        <SelectField
          name="alasan"
          label={t.reason}
          options={[{ value: "", label: "" }, ...optionsOf(t.reasons)]}
          required
          error={page.errors.alasan}
        />
        {page.letters.map((letter) => (
          <LetterCard key={letter.letter} of={letter} address={to(`${claim}/surat`)} />
        ))}
      </form>
      {page.isDeath && (
        <p>
          <a href={to(`${claim}/keluarga`)}>{t.toFamily}</a>
        </p>
      )}
      <p className="quiet small">{t.law}</p>
    </Page>
  );
}
