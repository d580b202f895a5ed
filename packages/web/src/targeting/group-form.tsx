import { watchVerdicts } from "@tuwai/domain/targeting";
import type { ReactElement } from "react";
import { decileWatchTexts } from "#language/decile-watch.ts";
import { formatNumber } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, SelectField } from "#ui";
import type { GroupWord } from "./watch-groups.ts";

type Props = {
  readonly group: GroupWord;
  readonly open: number;
  readonly operation: string;
  readonly error: string | undefined;
};

/** One decision for all that wait in a group. */
export function GroupForm({ group, open, operation, error }: Props): ReactElement {
  const t = useTexts(decileWatchTexts);
  const language = useLanguage();
  return (
    <form method="post" className="form" noValidate>
      <h3>{t.decideTitle(formatNumber(language, open))}</h3>
      <OperationField id={operation} />
      <input type="hidden" name="kelompok" value={group} />
      <SelectField
        name="putusan"
        label={t.verdict}
        options={[
          { value: "", label: t.choose },
          ...watchVerdicts.map((value) => ({ value, label: t.verdicts[value] })),
        ]}
        error={error}
      />
      <div>
        <Button>{t.submit}</Button>
      </div>
    </form>
  );
}
