import { counted } from "./counted.ts";
import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Rakor",
  tabs: {
    label: "Rakor ini",
    preparation: "Persiapan",
    agenda: "Agenda",
    fill: "Isi komitmen",
    attendance: "Kehadiran",
    board: "Papan",
    screen: "Layar",
    decisions: "Keputusan",
    minutes: "Berita acara",
  },
  states: { draft: "Rancangan", invited: "Diundang", open: "Berlangsung", closed: "Selesai" },
  groupsOf: (groups: string, year: string) => `${groups}, tahun ${year}`,
  until: (from: string, to: string) => `${from} sampai ${to}`,
  list: {
    leadNone: "Belum ada rakor yang direncanakan.",
    lead: (title: string, when: string) => `Berikutnya: ${title}, ${when}.`,
    leadOpen: (title: string) => `Sedang berlangsung: ${title}.`,
    checked: (n: string, all: string) => `${n} dari ${all} desa dan kelurahan sudah menyatakan komitmen.`,
    others: "Rakor lain yang direncanakan",
    plan: "Rencanakan rakor",
    past: "Rakor yang sudah selesai",
    none: "Belum ada rakor.",
    noneNext: "Rakor tampil di sini sejak undangannya keluar.",
    noneNextPlan: "Mulai dari templat: kelompok, agenda dan dasarnya sudah terisi.",
    columns: { meeting: "Rakor", when: "Waktu", groups: "Kelompok", state: "Keadaan" },
  },
  tasks: {
    "answer-in-meeting": {
      text: (n: string) => `${n} rakor sedang berlangsung dan menunggu komitmen desa Anda`,
      why: "Jawaban Anda langsung tampil di layar rakor",
      action: "Isi komitmen",
    },
    "check-meeting-numbers": {
      text: (n: string) => `${n} rakor menunggu Anda memeriksa angka desa`,
      why: "Komitmen dihitung dari angka itu",
      action: "Periksa angka",
    },
  },
  next: {
    draft: "Siapkan lalu undang",
    invited: "Lihat persiapannya",
    open: "Lihat rakor ini",
    closed: "Lihat rakor ini",
  },
  home: {
    facts: {
      when: "Waktu",
      place: "Tempat",
      leader: "Pimpinan",
      secretary: "Notulis",
      groups: "Kelompok yang diminta",
      code: "Kode rakor",
      letter: "Nomor surat",
    },
    notYet: "belum diisi",
    edit: "Ubah rencana",
    letter: { title: "Surat undangan", a4: "Unduh A4", f4: "Unduh F4" },
    invite: {
      title: "Undang semua desa",
      lead: (n: string) =>
        `${n} desa dan kelurahan mendapat kabar dan tugas memeriksa angkanya. Sesudah ini rakor terlihat oleh semua.`,
      button: "Undang",
      done: (n: string) => `${n} desa dan kelurahan sudah diberi tahu.`,
    },
    ready: {
      title: "Kesiapan desa",
      lead: (checked: string, drafted: string, all: string) =>
        `${checked} dari ${all} sudah memeriksa angkanya, ${drafted} sudah punya rancangan atau komitmen.`,
      checked: "Angka diperiksa",
      promised: "Rancangan atau komitmen",
      parts: (n: string, all: string) => `${n} dari ${all}`,
      caption: (n: string) => `${n} desa dan kelurahan`,
      village: "Desa",
      people: "Belum terlindungi",
      commitment: "Komitmen",
      write: "Kirim pesan",
      writeTo: (village: string) => `Kirim pesan WhatsApp untuk ${village}`,
      no: "belum",
      writeHint: "Pesan terbuka di WhatsApp dengan isi siap kirim; Anda memilih penerimanya.",
    },
    message: (of: { village: string; title: string; when: string; place: string; link: string }) =>
      `Yth. ${of.village},

Anda diundang pada ${of.title}, ${of.when}${of.place === "" ? "" : `, di ${of.place}`}.

Sebelum rakor, mohon periksa angka desa dan siapkan rancangan komitmen di:
${of.link}

Terima kasih.`,
    own: {
      title: (village: string) => `Angka ${village}`,
      lead: (people: string, rupiah: string, year: string) =>
        `${people} orang belum terlindungi, kebutuhan ${rupiah} untuk ${year}.`,
      row: (people: string, open: string) => `${people} orang, ${open} belum terlindungi`,
      right: "Angka ini benar",
      wrong: "Betulkan angkanya",
      checked: (when: string) => `Anda menyatakan angka ini benar pada ${when}.`,
      thanks: "Terima kasih. Angka desa Anda tercatat sudah diperiksa.",
      arrive: "Catat kehadiran",
      fill: "Isi komitmen",
    },
    more: { cards: "Kartu desa", slide: "Layar pintu masuk", agenda: "Susun agenda" },
    open: "Buka rakor",
    run: "Pandu agenda",
    type: "Ketik di papan",
    minutes: "Ke berita acara",
    closeNow: "Ya, tutup rakor",
    closeLead:
      "Sesudah ditutup kartu desa tidak berlaku, papan tidak dapat diketik, dan rakor tidak dapat dibuka lagi.",
    close: "Tutup rakor",
    opened: "Rakor dibuka. Desa dapat menyatakan komitmennya.",
    closed: "Rakor ditutup. Kartu desa tidak berlaku lagi.",
    unchanged: "Tidak ada yang berubah.",
    state: {
      draft: "Rancangan: belum ada yang diberi tahu.",
      invited: "Undangan sudah keluar.",
      open: "Rakor sedang berlangsung.",
      closed: "Rakor sudah selesai.",
    },
  },
};

const en: Texts<typeof id> = {
  title: "Meetings",
  tabs: {
    label: "This meeting",
    preparation: "Preparation",
    agenda: "Agenda",
    fill: "Fill in",
    attendance: "Attendance",
    board: "Board",
    screen: "Screen",
    decisions: "Decisions",
    minutes: "Minutes",
  },
  states: { draft: "Draft", invited: "Invited", open: "In progress", closed: "Over" },
  groupsOf: (groups, year) => `${groups}, year ${year}`,
  until: (from, to) => `${from} to ${to}`,
  list: {
    leadNone: "No meeting is planned yet.",
    lead: (title, when) => `Next: ${title}, ${when}.`,
    leadOpen: (title) => `In progress: ${title}.`,
    checked: (n, all) => counted`${n} of ${all} [village|villages] declared a commitment.`,
    others: "Other meetings that are planned",
    plan: "Plan a meeting",
    past: "Meetings that are over",
    none: "No meeting yet.",
    noneNext: "A meeting shows here once its invitation is out.",
    noneNextPlan: "Begin with a template: groups, agenda and legal basis are filled in.",
    columns: { meeting: "Meeting", when: "When", groups: "Groups", state: "State" },
  },
  tasks: {
    "answer-in-meeting": {
      text: (n) =>
        counted`${n} [meeting is|meetings are] in progress and [waits|wait] for your village’s commitment`,
      why: "Your answer shows on the meeting’s screen at once",
      action: "Fill in",
    },
    "check-meeting-numbers": {
      text: (n) => counted`${n} [meeting waits|meetings wait] for you to look at your village’s numbers`,
      why: "The commitment is reckoned from them",
      action: "Check the numbers",
    },
  },
  next: {
    draft: "Prepare, then invite",
    invited: "See the preparation",
    open: "See this meeting",
    closed: "See this meeting",
  },
  home: {
    facts: {
      when: "When",
      place: "Place",
      leader: "Chair",
      secretary: "Secretary",
      groups: "Groups asked for",
      code: "Code of the meeting",
      letter: "Letter number",
    },
    notYet: "not filled in",
    edit: "Change the plan",
    letter: { title: "Letter of invitation", a4: "Download A4", f4: "Download F4" },
    invite: {
      title: "Invite all villages",
      lead: (n) =>
        counted`${n} [village reads|villages read] of it and [is|are] asked to check their numbers. From then on everybody sees the meeting.`,
      button: "Invite",
      done: (n) => counted`${n} [village was|villages were] told.`,
    },
    ready: {
      title: "How ready the villages are",
      lead: (checked, drafted, all) =>
        counted`${checked} of ${all} [village|villages] checked their numbers, ${drafted} [has|have] a draft or a commitment.`,
      checked: "Numbers checked",
      promised: "Draft or commitment",
      parts: (n, all) => `${n} of ${all}`,
      caption: (n) => counted`${n} [village|villages]`,
      village: "Village",
      people: "Not covered",
      commitment: "Commitment",
      write: "Send a message",
      writeTo: (village) => `Send a WhatsApp message for ${village}`,
      no: "not yet",
      writeHint: "The message opens in WhatsApp, ready to be sent; you choose to whom.",
    },
    message: (of) =>
      `To ${of.village},

You are invited to ${of.title}, ${of.when}${of.place === "" ? "" : `, at ${of.place}`}.

Before the meeting please check the numbers of your village and draft its commitment at:
${of.link}

Thank you.`,
    own: {
      title: (village) => `Numbers of ${village}`,
      lead: (people, rupiah, year) =>
        counted`${people} [person is|people are] not covered; ${year} needs ${rupiah}.`,
      row: (people, open) => counted`${people} [person|people], ${open} not covered`,
      right: "These numbers are right",
      wrong: "Correct the numbers",
      checked: (when) => `You said on ${when} that these numbers are right.`,
      thanks: "Thank you. Your village’s numbers are recorded as checked.",
      arrive: "Check in",
      fill: "Fill in the commitment",
    },
    more: { cards: "Cards of the villages", slide: "Screen at the door", agenda: "Put the agenda together" },
    open: "Open the meeting",
    run: "Run the agenda",
    type: "Type on the board",
    minutes: "To the minutes",
    closeNow: "Yes, close the meeting",
    closeLead:
      "Once closed, the cards sign in no more, nothing is typed on the board, and the meeting cannot be opened again.",
    close: "Close the meeting",
    opened: "The meeting is open. Villages may declare.",
    closed: "The meeting is closed. The villages' cards sign in no more.",
    unchanged: "Nothing changed.",
    state: {
      draft: "Draft: nobody has been told.",
      invited: "The invitation is out.",
      open: "The meeting is in progress.",
      closed: "The meeting is over.",
    },
  },
};

export const meetingTexts: TextPair<typeof id> = { id, en };
