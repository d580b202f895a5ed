import type { DeadWork } from "@tuwai/server/upkeep";
import type { ReactElement } from "react";
import { formatInstant, formatNumber } from "#language/format.ts";
import { upkeepTexts } from "#language/upkeep.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { OperationField } from "#shell";
import { Button, Card, DescriptionList } from "#ui";

/** One piece of work that failed: what it is for, why it failed, what to do, and the one button. */
export function DeadWorkCard(props: { readonly work: DeadWork; readonly operation: string }): ReactElement {
  const t = useTexts(upkeepTexts);
  const language = useLanguage();
  const { workId, topic, attempts, since, error } = props.work;
  const reason = error !== null && error in t.errors ? wordOf(t.errors, error) : t.unknownError;
  return (
    <Card title={t.topics[topic].name}>
      <p>{t.topics[topic].stays}</p>
      <DescriptionList
        facts={[
          { name: t.facts.reason, value: error === null ? reason : `${reason} (${error})` },
          { name: t.facts.since, value: formatInstant(language, since) },
          { name: t.facts.attempts, value: t.times(formatNumber(language, attempts)) },
        ]}
      />
      <form method="post">
        <OperationField id={props.operation} />
        <input type="hidden" name="pekerjaan" value={workId} />
        <Button look="plain" aria-label={t.retryWhat(t.topics[topic].name)}>
          {t.retry}
        </Button>
      </form>
    </Card>
  );
}
