import type { ReactElement } from "react";
import { accountAdminTexts } from "#language/account-admin.ts";
import { useTexts } from "#language/use-texts.ts";
import { SelectField, TextField, type FormErrors, type Option } from "#ui";

export type PostValues = Readonly<Record<string, string>>;

/** Role, where, and for how long. */
export function PostFields(props: {
  readonly roles: readonly Option[];
  readonly places: readonly Option[];
  readonly errors?: FormErrors | undefined;
  readonly values?: PostValues | undefined;
}): ReactElement {
  const t = useTexts(accountAdminTexts).form;
  const { roles, places, errors, values } = props;
  return (
    <>
      <SelectField
        name="peran"
        label={t.role}
        options={[{ value: "", label: "" }, ...roles]}
        defaultValue={values?.["peran"] ?? ""}
        hint={t.guarded}
        error={errors?.["peran"]}
      />
      <SelectField
        name="wilayah"
        label={t.place}
        hint={t.placeHint}
        options={[{ value: "", label: t.noPlace }, ...places]}
        defaultValue={values?.["wilayah"]}
        error={errors?.["wilayah"]}
      />
      <TextField
        name="kantor"
        label={t.office}
        hint={t.officeHint}
        defaultValue={values?.["kantor"]}
        autoComplete="off"
      />
      <TextField name="mulai" type="date" label={t.from} width="middle" defaultValue={values?.["mulai"]} />
      <TextField
        name="sampai"
        type="date"
        label={t.lastDay}
        hint={t.lastDayHint}
        width="middle"
        defaultValue={values?.["sampai"]}
        error={errors?.["sampai"]}
      />
    </>
  );
}
