import { data, redirect } from "react-router";
import { scopeOf } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { listEnrolments } from "@tuwai/server/enrolment";
import { dayOf } from "#language/day-of.ts";
import { villageNamer } from "#regions";
import { ButtonLink, DescriptionList, ErrorSummary, Notice, Page, PageSteps, readPage } from "#ui";
import { enrolmentTexts } from "#language/enrolment.ts";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, pageMeta } from "#shell";
import type { Route } from "./+types/packet.page";
import { DraftForms } from "./draft-forms.tsx";
import { getPacketByCode } from "./find-packet.ts";
import { actOnPacket } from "./packet-actions.ts";
import { PacketLines } from "./packet-lines.tsx";
import { PacketSteps, stepOf } from "./packet-steps.tsx";
import { ResultCard } from "./result-card.tsx";
import { StateTag } from "#enrolment";

export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const [app, actor] = forUseCase(context);
  const page = readPage(searchParams);
  const packet = await getPacketByCode(app, actor, { code: params.kode, page });
  const nameOf = await villageNamer(app, actor);
  const maySubmit = scopeOf(actor, "enrolment.submit") !== null;
  const isAgainPossible = maySubmit && packet.rejected > 0;
  const rejected = isAgainPossible ? await listRejected(app, actor) : new Map<string, never>();
  return {
    ...packet,
    title: enrolmentTexts[languageOf(pathname)].packet.title(packet.code),
    maySubmit,
    mayUpload: actor.role === "BPJ",
    mayDownload: scopeOf(actor, "enrolment.packet_download") !== null,
    operation: app.newId(),
    rows: packet.rows.map((row) => {
      const again = row.state === "rejected" ? rejected.get(row.person.code ?? "") : undefined;
      return {
        ...row,
        village: nameOf(row.person.villageCode) ?? "",
        operation: app.newId(),
        again: again ?? null,
      };
    }),
  };
}

export type PacketData = Route.ComponentProps["loaderData"];

/** Rejected enrolments by worker code: what "put forward again" needs and a packet line does not say. */
async function listRejected(app: App, actor: Actor) {
  const found = new Map<string, { readonly id: string; readonly version: number }>();
  for (let page = 1; ; page += 1) {
    const { rows, hasNext } = await listEnrolments(app, actor, { state: "rejected", page });
    for (const { id, version, person } of rows)
      if (person.code !== undefined && !found.has(person.code)) found.set(person.code, { id, version });
    if (!hasNext) return found;
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const packet = await getPacketByCode(app, actor, { code: params.kode });
  const answer = await actOnPacket(app, actor, { form, packet, language });
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
      <PageSteps page={page.page} hasNext={page.hasNext} />
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
