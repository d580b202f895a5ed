import { AppError } from "@tuwai/server/app";
import { getClaim } from "@tuwai/server/claims";
import { getFamily } from "@tuwai/server/families";
import { claimPath, findingOf, spellClaimCode } from "#claims";
import { claimTexts } from "#language/claims.ts";
import { familyTexts } from "#language/families.ts";
import { formatRupiah } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { Actions, ButtonLink, Card, Page } from "#ui";
import type { Route } from "./+types/claim-family.page";
import { answerFamily, type FamilyAnswer, formsOf } from "./answer-family.ts";
import { FamilyView } from "./family-view.tsx";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "claim.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

type Asked = Pick<Route.LoaderArgs, "request" | "context" | "params">;

/** The case with the code of its worker, whose family it is about. */
async function caseOf({ context, params }: Asked) {
  const [app, actor] = forUseCase(context);
  const claim = await getClaim(app, actor, { claimCode: params.kode });
  if (claim.personCode === null) throw new AppError("not-found", { object: "family" });
  return { app, actor, claim, personCode: claim.personCode };
}

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, claim, personCode } = await caseOf(args);
  const language = languageOf(new URL(args.request.url).pathname);
  const { code, initials, expected, received, scholarship, can } = claim;
  return {
    title: familyTexts[language].of(spellClaimCode(code)),
    finding: findingOf(claim, app.clock.today(), language),
    claim: { code, initials, expected, received, scholarship, can },
    family: await getFamily(app, actor, { personCode }),
    ...formsOf(app),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, claim, personCode } = await caseOf(args);
  const back = `${claimPath(claim.code)}/keluarga`;
  return answerFamily(app, actor, { request: args.request, kode: personCode, back });
}

/** The family of a case on one screen: where the claim stands, who inherits, the children and what their school brings. */
export default function ClaimFamilyPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(familyTexts);
  const c = useTexts(claimTexts);
  const to = useLocalPath();
  const answer: FamilyAnswer = actionData ?? {};
  const family = answer.opened ?? page.family;
  const path = claimPath(page.claim.code);
  const forms = { operations: page.operations, failed: answer.failed, today: page.today };
  return (
    <Page
      title={page.title}
      lead={c.family(page.claim.initials)}
      crumbs={[
        { href: to("/klaim"), label: c.title },
        { href: to(path), label: spellClaimCode(page.claim.code) },
        { label: t.title },
      ]}
    >
      <Case page={page} path={path} />
      <FamilyView family={family} forms={forms} openError={answer.openError} />
    </Page>
  );
}

type CaseProps = { readonly page: Route.ComponentProps["loaderData"]; readonly path: string };

function Case({ page: { finding, claim }, path }: CaseProps) {
  const t = useTexts(familyTexts).ofClaim;
  const c = useTexts(claimTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { expected, received, scholarship } = claim;
  const rupiah = (amount: number) => formatRupiah(language, amount);
  const money = [
    expected === null ? c.notReckoned : c.expected(rupiah(expected)),
    received === 0 ? c.nothingReceived : c.received(rupiah(received)),
    scholarship.total === 0 ? t.noScholarship : t.scholarship(rupiah(scholarship.total)),
  ];
  return (
    <Card>
      <p>
        <strong>{finding}</strong>
      </p>
      <p>{money.join("; ")}.</p>
      <Actions>
        <ButtonLink href={to(path)} look="plain">
          {t.toClaim}
        </ButtonLink>
        {claim.can.help && (
          <ButtonLink href={to(`${path}/surat`)} look="plain">
            {t.toLetters}
          </ButtonLink>
        )}
      </Actions>
    </Card>
  );
}
