import type { ReactElement } from "react";
import type { LinkQuestion } from "@tuwai/server/link-review";
import { OperationField } from "#shell";
import { linkingTexts } from "#language/linking.ts";
import { useTexts } from "#language/use-texts.ts";
import { Button, Card, SelectField, optionsOf } from "#ui";
import styles from "./pair.module.css";

/** Three equal answers with one reason of a closed list: free text would be the place for numbers and gossip. */
export function AnswerForm(props: {
  readonly question: LinkQuestion;
  readonly operation: string;
}): ReactElement {
  const t = useTexts(linkingTexts).question;
  const { question, operation } = props;
  return (
    <Card title={t.decide}>
      <p>{t.decideLead[question.kind === "person" ? "person" : "registry"]}</p>
      <form method="post" className="stack">
        <OperationField id={operation} />
        <input type="hidden" name="versi" value={question.version} />
        <div className={styles["reason"]}>
          <SelectField name="alasan" label={t.reason} options={optionsOf(t.reasons)} />
        </div>
        <div className={styles["answers"]}>
          <Button look="plain" name="jawaban" value="sama" data-key="s">
            {t.answers.same}
          </Button>
          <Button look="plain" name="jawaban" value="beda" data-key="b">
            {t.answers.different}
          </Button>
          <Button look="plain" name="jawaban" value="ragu" data-key="r">
            {t.answers.unsure}
          </Button>
        </div>
      </form>
    </Card>
  );
}
