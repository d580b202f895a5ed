import { stepsOf } from "@tuwai/domain/follow-ups";
import { may } from "@tuwai/server/access";
import { AppError, isAppError, isUuid } from "@tuwai/server/app";
import { getFollowUp } from "@tuwai/server/follow-ups";
import { mostPaperBytes } from "@tuwai/server/files";
import { receiveForm } from "@tuwai/server/http";
import { data, redirect } from "react-router";
import { commitmentTexts } from "#language/commitments.ts";
import { followUpTexts } from "#language/follow-ups.ts";
import { formatDate } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, pageMeta } from "#shell";
import { ButtonLink, Card, DescriptionList, ErrorSummary, Page } from "#ui";
import type { Route } from "./+types/follow-up.page";
import { FollowUpHistory } from "./follow-up-history.tsx";
import { FollowUpTag } from "./follow-up-tag.tsx";
import { dueOf, officeOf } from "./follow-up-words.ts";
import { StepForms } from "./step-forms.tsx";
import { takeTypedStep } from "./take-typed-step.ts";

export const handle: Handle = { access: "follow_up.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(followUpTexts[languageOf(location.pathname)].title);

export async function loader({ context, params }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  if (!isUuid(params.id)) throw new AppError("not-found", { object: "follow-up" });
  const found = await getFollowUp(app, actor, { followUpId: params.id });
  const steps = stepsOf(found.followUp.state);
  const isOwn = found.isOwn && may(actor, "follow_up.act");
  return {
    ...found,
    steps: found.steps.map(({ takenBy: _takenBy, ...step }) => step),
    today: app.clock.today(),
    mayAct: isOwn ? steps : [],
    mayAnswer: may(actor, "follow_up.answer") ? steps : [],
    isHelping: found.isOwn && found.followUp.ownerRole !== actor.role,
    operation: app.newId(),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = followUpTexts[language].page;
  const [app, actor] = forUseCase(context);
  if (!isUuid(params.id)) throw new AppError("not-found", { object: "follow-up" });
  const options = { fileField: "berkas", dataDir: app.config.dataDir, maxFileBytes: mostPaperBytes };
  const form = await receiveForm(request, options).catch((error: unknown) => {
    if (isAppError(error) && error.code === "too-large") return null;
    throw error;
  });
  if (form === null) return data({ errors: { berkas: t.errors.size } }, 413);
  try {
    const answer = await takeTypedStep(app, actor, { form, language, followUpId: params.id });
    if ("errors" in answer) return data(answer, 422);
    throw redirect(localPath(language, `/tindak-lanjut/${params.id}`), {
      status: 303,
      headers: flash(answer.tone, answer.says),
    });
  } finally {
    await form.dispose();
  }
}

type PageData = { readonly page: Route.ComponentProps["loaderData"] };

export default function FollowUpPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(followUpTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { followUp } = page;
  const errors = actionData?.errors;
  return (
    <Page
      title={followUp.text}
      lead={officeOf(language, followUp)}
      crumbs={[{ href: to("/tindak-lanjut"), label: t.title }, { label: officeOf(language, followUp) }]}
      narrow
    >
      <ErrorSummary errors={errors} />
      <Facts page={page} />
      <StepForms
        operation={page.operation}
        version={followUp.version}
        mayAct={page.mayAct}
        mayAnswer={page.mayAnswer}
        isHelping={page.isHelping}
        needsPaper={followUp.evidenceKind !== "none"}
        papers={followUp.papers}
        undoes={page.undoes}
        errors={errors ?? {}}
      />
      <FollowUpHistory followUpId={followUp.id} steps={page.steps} reminders={page.reminders} />
    </Page>
  );
}

function Facts({ page: { followUp, today, mayAnswer, isHelping } }: PageData) {
  const t = useTexts(followUpTexts);
  const f = t.page.facts;
  const groups = useTexts(commitmentTexts).groups;
  const language = useLanguage();
  const to = useLocalPath();
  const { villageCode, group, year, meetingCode, meetingTitle, askedFor } = followUp;
  const message = t.page.message(followUp.text, formatDate(language, followUp.dueOn));
  const asks = askedFor === null ? "" : `, ${t.asks(formatDate(language, askedFor))}`;
  return (
    <Card>
      <DescriptionList
        facts={[
          {
            name: f.state,
            value: <FollowUpTag state={followUp.state} standing={followUp.standing} />,
          },
          { name: f.due, value: dueOf(language, followUp, today) + asks },
          { name: f.evidence, value: t.evidence[followUp.evidenceKind] },
          { name: f.papers, value: String(followUp.papers) },
          {
            name: f.from,
            value:
              meetingCode === null ? (
                <a href={to("/tindak-lanjut/tetap")}>{t.standingFrom}</a>
              ) : (
                <a href={to(`/rakor/${meetingCode}/keputusan`)}>{meetingTitle}</a>
              ),
          },
          ...(group === null || villageCode === null
            ? []
            : [
                {
                  name: t.commitment,
                  value: (
                    <a href={to(`/anggaran/komitmen/${villageCode}?tahun=${year}`)}>
                      {groups[group]} {year}
                    </a>
                  ),
                },
              ]),
        ]}
      />
      {(isHelping || mayAnswer.length > 0) && followUp.state === "open" && (
        <div>
          <ButtonLink
            look="plain"
            small
            href={`https://wa.me/?text=${encodeURIComponent(message)}`}
            rel="noreferrer"
            target="_blank"
          >
            {t.page.whatsapp}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}
