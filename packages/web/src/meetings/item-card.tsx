import type { ReactElement } from "react";
import { agendaTexts } from "#language/meeting-agenda.ts";
import { useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Card, Disclosure, TextField } from "#ui";
import type { AgendaRefusal } from "./act-on-agenda.ts";
import type { AgendaData, ShownItem } from "./load-agenda.ts";
import { NotesField } from "./notes-field.tsx";

type Props = { readonly page: AgendaData; readonly refused: AgendaRefusal };

/** One item: what it is called and how long it takes, and what was noted of it. */
export function ItemCard({ page, item, refused }: Props & { readonly item: ShownItem }): ReactElement {
  const t = useTexts(agendaTexts);
  return (
    <Card title={item.title} id="ubah-acara">
      {page.mayPrepare && (
        <form method="post" className="form" noValidate>
          <OperationField id={page.otherOperation} />
          <input type="hidden" name="acara" value={item.id} />
          <ItemFields item={item} refused={refused} />
          <TextField
            name="urutan"
            label={t.add.position}
            inputMode="numeric"
            width="short"
            defaultValue={String(item.position)}
          />
          <Button look="plain" name="aksi" value="ubah">
            {t.edit}
          </Button>
        </form>
      )}
      {page.mayNote && (
        <form method="post" className="form" noValidate>
          <NotesField item={item} operation={page.notesOperation} refused={refused} />
          <Button look="plain" name="aksi" value="catat">
            {t.saveNotes}
          </Button>
        </form>
      )}
    </Card>
  );
}

/** A new item at the end of the agenda, or in the parking lot. */
export function NewItemCard({ page, refused }: Props): ReactElement {
  const t = useTexts(agendaTexts);
  const isOpen = page.items.length === 0 || refused?.errors["judul"] !== undefined;
  return (
    <Disclosure summary={t.add.title} isOpen={isOpen}>
      <form method="post" className="form" noValidate>
        <OperationField id={page.otherOperation} />
        <ItemFields item={null} refused={refused} />
        <label className="choice">
          <input type="checkbox" name="parkir" value="ya" />
          {t.add.parked}
        </label>
        <Button look="plain" name="aksi" value="tambah">
          {t.add.save}
        </Button>
      </form>
    </Disclosure>
  );
}

function ItemFields({ item, refused }: { readonly item: ShownItem | null } & Pick<Props, "refused">) {
  const t = useTexts(agendaTexts).add;
  const typed = refused?.typed ?? {};
  const errors = refused?.errors ?? {};
  return (
    <>
      <TextField
        name="judul"
        label={t.item}
        maxLength={200}
        defaultValue={typed["judul"] ?? item?.title ?? ""}
        error={errors["judul"]}
      />
      <TextField
        name="menit"
        label={t.minutes}
        inputMode="numeric"
        width="short"
        defaultValue={typed["menit"] ?? (item === null ? "10" : String(item.minutes))}
        error={errors["menit"]}
      />
      <TextField
        name="penyaji"
        label={t.presenter}
        maxLength={200}
        defaultValue={typed["penyaji"] ?? item?.presenter ?? ""}
      />
    </>
  );
}
