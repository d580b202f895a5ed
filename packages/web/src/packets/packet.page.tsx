import { data, redirect } from "react-router";
import { dayOf } from "#language/day-of.ts";
import { ButtonLink, DescriptionList, ErrorSummary, Notice, Page, Pagination } from "#ui";
import { enrolmentTexts } from "#language/enrolment.ts";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, pageMeta, type Handle } from "#shell";
import type { Route } from "./+types/packet.page";
import { PacketClaimability } from "#claimability";
import { DraftForms } from "./draft-forms.tsx";
import { actOnPacket } from "./packet-actions.ts";
import { loadPacket, type PacketData } from "./load-packet.ts";
import { PacketLines } from "./packet-lines.tsx";
import { PacketSteps, stepOf } from "./packet-steps.tsx";
import { ResultCard } from "./result-card.tsx";
import { StateTag } from "#enrolment";

export const handle: Handle = { access: "packet.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export const loader = ({ request, context, params }: Route.LoaderArgs) =>
  loadPacket(forUseCase(context), new URL(request.url), params.kode);

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const answer = await actOnPacket(app, actor, { form, packetCode: params.kode, language });
  if ("errors" in answer) return data({ errors: answer.errors }, 422);
  const headers = flash("ok", answer.flash);
  throw redirect(localPath(language, answer.to), { status: 303, headers });
}

export default function PacketPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(enrolmentTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const number = (value: number): string => formatNumber(language, value);
  const lead = t.packet.lead(
    formatMonth(language, page.month),
    number(page.lines),
    formatRupiah(language, page.totalRupiah),
  );
  const isSent = page.state === "sent" || page.state === "answered";
  return (
    <Page
      title={page.title}
      lead={lead}
      crumbs={[{ href: to("/kepesertaan"), label: t.list.title }, { label: page.code }]}
      actions={
        isSent &&
        page.mayDownload && (
          <ButtonLink
            look={page.state === "sent" ? "main" : "plain"}
            href={to(`/kepesertaan/pendaftaran/${page.code}/unduh`)}
          >
            {t.packet.download}
          </ButtonLink>
        )
      }
    >
      <ErrorSummary errors={actionData?.errors} />
      <div className="columns columns-wide-first">
        <Facts page={page} />
        <PacketSteps now={stepOf(page)} />
      </div>
      {page.claimability !== null && <PacketClaimability code={page.code} counts={page.claimability} />}
      {page.state === "draft" && page.rows.some(({ isCurrent }) => !isCurrent) && (
        <Notice tone="warn">{t.packet.notCurrent}</Notice>
      )}
      {page.rejected > 0 && page.maySubmit && (
        <Notice tone="warn">
          <p>{t.packet.repairNote}</p>
          <a href={`${to("/kepesertaan")}?status=rejected`}>{t.packet.seeRejected(number(page.rejected))}</a>
        </Notice>
      )}
      <PacketLines page={page} />
      <Pagination page={page.page} pages={page.pages} />
      {page.state === "draft" && page.maySubmit && (
        <DraftForms page={page} error={actionData?.errors?.["ketik"]} />
      )}
      {page.state === "sent" && <ResultCard mayUpload={page.mayUpload} />}
    </Page>
  );
}

function Facts({ page }: { readonly page: PacketData }) {
  const t = useTexts(enrolmentTexts).packet;
  const language = useLanguage();
  const number = (value: number): string => formatNumber(language, value);
  const { accepted, rejected, waiting } = page;
  return (
    <DescriptionList
      facts={[
        { name: t.facts.state, value: <StateTag of="packetStates" state={page.state} /> },
        { name: t.facts.branch, value: page.branch },
        { name: t.facts.made, value: dayOf(language, page.madeAt) },
        ...(page.sentAt === null ? [] : [{ name: t.facts.sent, value: dayOf(language, page.sentAt) }]),
        ...(page.sentAt === null
          ? []
          : [
              {
                name: t.facts.answers,
                value: t.answers(number(accepted), number(rejected), number(waiting)),
              },
            ]),
      ]}
    />
  );
}
