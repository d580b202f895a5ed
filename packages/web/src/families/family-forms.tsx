import { endings, kinships } from "@tuwai/domain/families";
import type { ShownFamily, ShownMember } from "@tuwai/server/families";
import type { ReactElement } from "react";
import { familyTexts } from "#language/families.ts";
import { useTexts } from "#language/use-texts.ts";
import { ActForm, typedIn } from "#shell";
import { Button, Card, Disclosure, SelectField, TextField } from "#ui";
import type { Forms } from "./forms.ts";
import { calledIn } from "./member-cards.tsx";

type Props = { readonly family: ShownFamily; readonly forms: Forms };

/** Members as a choice; the breadwinner last. */
function useMembers(members: readonly ShownMember[]) {
  const t = useTexts(familyTexts);
  return members.map((member) => ({
    value: member.memberId,
    label: `${calledIn(member, t.erased)}, ${t.kinships[member.kinship].toLowerCase()}`,
  }));
}

export function AddForm({ forms }: { readonly forms: Forms }): ReactElement {
  const t = useTexts(familyTexts);
  const typed = typedIn(forms, "tambah");
  const known = kinships.filter((kinship) => kinship !== "self");
  return (
    <Card title={t.add.title}>
      <p className="quiet small">{t.add.lead}</p>
      <ActForm act="tambah" forms={forms}>
        <SelectField
          name="hubungan"
          label={t.add.kinship}
          options={[{ value: "", label: "" }, ...known.map((value) => ({ value, label: t.kinships[value] }))]}
          defaultValue={typed["hubungan"]}
        />
        <TextField name="nama" label={t.add.name} autoComplete="off" defaultValue={typed["nama"]} />
        <TextField
          name="lahir"
          type="date"
          width="middle"
          label={t.add.birthDate}
          hint={t.add.birthHint}
          max={forms.today}
          defaultValue={typed["lahir"]}
        />
        <TextField
          name="sejak"
          type="date"
          width="middle"
          label={t.add.from}
          hint={t.add.fromHint}
          max={forms.today}
          defaultValue={typed["sejak"]}
        />
        <div>
          <Button>{t.add.submit}</Button>
        </div>
      </ActForm>
    </Card>
  );
}

export function EndForm({ family, forms }: Props): ReactElement | null {
  const t = useTexts(familyTexts);
  const typed = typedIn(forms, "akhiri");
  const members = useMembers(
    family.members.filter(({ kinship, role }) => kinship !== "self" && role !== null),
  );
  if (members.length === 0) return null;
  const form = (
    <ActForm act="akhiri" forms={forms}>
      <SelectField
        name="anggota"
        label={t.end.who}
        options={[{ value: "", label: "" }, ...members]}
        defaultValue={typed["anggota"]}
      />
      <SelectField
        name="sebab"
        label={t.end.ending}
        options={[
          { value: "", label: "" },
          ...endings
            .filter((ending) => ending !== "new-head")
            .map((value) => ({ value, label: t.endings[value] })),
        ]}
        defaultValue={typed["sebab"]}
      />
      <TextField
        name="hari"
        type="date"
        width="middle"
        label={t.end.on}
        max={forms.today}
        defaultValue={typed["hari"]}
      />
      <div>
        <Button look="plain">{t.end.submit}</Button>
      </div>
    </ActForm>
  );
  return forms.failed?.act === "akhiri" ? (
    <Card title={t.end.title}>{form}</Card>
  ) : (
    <Disclosure summary={t.end.title}>{form}</Disclosure>
  );
}

/** Whom the rule proposes stands chosen; a person confirms. Where a head stands, the form waits folded. */
export function HeadForm({ family, forms }: Props): ReactElement | null {
  const t = useTexts(familyTexts);
  const typed = typedIn(forms, "kepala");
  const { proposal, members, lostOn } = family;
  const options = useMembers(
    members.filter(({ isAlive, role, kinship }) => isAlive && (role !== null || kinship === "self")),
  );
  const hasHead = members.some(({ role }) => role === "head");
  if (options.length < 2 && hasHead) return null;
  const proposed = members.find(({ memberId }) => memberId === proposal?.id);
  const form = (
    <ActForm act="kepala" forms={forms}>
      {!hasHead && (
        <p>
          {proposal === null || proposed === undefined
            ? t.head.noProposal
            : t.head.proposal(calledIn(proposed, t.erased), t.head.because[proposal.because])}
        </p>
      )}
      <SelectField
        name="anggota"
        label={t.head.choose}
        options={[{ value: "", label: "" }, ...options]}
        defaultValue={typed["anggota"] ?? proposal?.id}
      />
      <TextField
        name="hari"
        type="date"
        width="middle"
        label={t.head.on}
        max={forms.today}
        defaultValue={typed["hari"] ?? (hasHead ? undefined : (lostOn ?? undefined))}
      />
      <div>
        <Button {...(hasHead ? { look: "plain" as const } : {})}>{t.head.submit}</Button>
      </div>
    </ActForm>
  );
  return hasHead && forms.failed?.act !== "kepala" ? (
    <Disclosure summary={t.head.change}>{form}</Disclosure>
  ) : (
    <Card title={t.head.title}>{form}</Card>
  );
}
