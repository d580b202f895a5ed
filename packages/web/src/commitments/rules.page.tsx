import {
  accountsByLaw,
  budgetMilestones,
  commitmentGroups,
  hasGroup,
  yearToPromise,
} from "@tuwai/domain/commitments";
import { commitmentRuleNames, getCommitmentRules, setCommitmentRules } from "@tuwai/server/commitments";
import { data, redirect } from "react-router";
import { commitmentTexts } from "#language/commitments.ts";
import { languageOf, localPath } from "#language/language.ts";
import { useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, formText, type Handle, OperationField, pageMeta, readOperationId } from "#shell";
import { Button, Card, ErrorSummary, type FormErrors, optionsOf, Page, SelectField, TextField } from "#ui";
import type { Route } from "./+types/rules.page";
import { CommitmentTabs } from "./commitment-tabs.tsx";
import { seenTabs } from "./seen-tabs.ts";

export const handle: Handle = { access: "village_commitment.configure" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(commitmentTexts[languageOf(location.pathname)].rules.title);

export async function loader({ context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const usual = (kind: "desa" | "kelurahan") =>
    budgetMilestones(yearToPromise(app.clock.today()), kind)
      .find(({ step }) => step === "change")!
      .on.slice(5);
  return {
    rules: await getCommitmentRules(app, actor),
    usual: { desa: usual("desa"), kelurahan: usual("kelurahan") },
    tabs: seenTabs(actor),
    operation: app.newId(),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = commitmentTexts[language].rules;
  const [app, actor] = forUseCase(context);
  const form = await request.formData();
  const sent = commitmentRuleNames.filter((name) => form.has(name));
  const rules = Object.fromEntries(sent.map((name) => [name, formText(form, name)]));
  const answer = await setCommitmentRules(app, actor, { operationId: readOperationId(form, app), rules });
  if (answer.outcome === "refused") {
    const errors: FormErrors = Object.fromEntries(answer.names.map((name) => [name, t.wrong]));
    return data({ errors, typed: rules }, 422);
  }
  throw redirect(localPath(language, "/anggaran/komitmen/aturan"), {
    status: 303,
    headers: flash("ok", t.saved),
  });
}

export default function RulesPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const t = useTexts(commitmentTexts);
  const r = t.rules;
  const errors: FormErrors = actionData?.errors ?? {};
  const shown = (name: string) => actionData?.typed[name] ?? page.rules[name] ?? "";
  return (
    <Page title={r.title} lead={r.lead}>
      <CommitmentTabs here="rules" seen={page.tabs} />
      <ErrorSummary errors={actionData?.errors} />
      <form method="post" className="stack" noValidate>
        <OperationField id={page.operation} />
        <Card>
          <SelectField
            name="evaluator"
            label={r.evaluator}
            defaultValue={shown("evaluator")}
            options={optionsOf(r.evaluators)}
          />
          {(["desa", "kelurahan"] as const).map((kind) => (
            <TextField
              key={kind}
              name={`change-until-${kind}`}
              label={r.change[kind]}
              hint={r.changeHint(page.usual[kind])}
              width="short"
              defaultValue={shown(`change-until-${kind}`)}
              error={errors[`change-until-${kind}`]}
            />
          ))}
        </Card>
        {(["desa", "kelurahan"] as const).map((kind) => (
          <Card key={kind} title={r.accounts[kind]}>
            {commitmentGroups
              .filter((group) => hasGroup(kind, group))
              .map((group) => (
                <TextField
                  key={group}
                  name={`account-${kind}-${group}`}
                  label={t.groups[group]}
                  hint={
                    kind === "desa" && accountsByLaw[group]
                      ? r.accountHint(accountsByLaw[group])
                      : r.localHint
                  }
                  width="middle"
                  defaultValue={shown(`account-${kind}-${group}`)}
                  error={errors[`account-${kind}-${group}`]}
                />
              ))}
          </Card>
        ))}
        <div>
          <Button>{r.save}</Button>
        </div>
      </form>
    </Page>
  );
}
