import type { TextPair, Texts } from "./language.ts";

const id = {
  title: "Bantuan",
  lead: "Jawaban pendek, dan ke mana bertanya bila belum cukup.",
  ask: "Ke mana bertanya",
  askVillage:
    "Pekerja dan keluarga dapat juga bertanya di kantor desa atau kelurahan, pada jam kerja. Gratis.",
  how: "Cara mengerjakan",
  topicLabel: "Pilih pekerjaan",
  allTopics: "Semua",
  topics: {
    desa: "Desa dan kelurahan",
    kota: "Dinas kota",
    bpjs: "Cabang BPJS",
    keuangan: "Keuangan",
    penanggung: "Penanggung",
    akun: "Akun dan masuk",
  },
  articles: {
    "kirim-daftar": {
      title: "Kirim daftar pekerja desa",
      steps: [
        "Buka Impor daftar, lalu Unggah daftar. Pilih berkas Excel atau CSV yang sudah ada; satu baris satu orang.",
        "Periksa arti kolom. Yang tidak dikenal ditanyakan sekali dan diingat.",
        "Perbaiki baris yang ditandai, lalu buka Tinjau dan tekan Simpan.",
      ],
      trouble:
        "Tidak ada yang tersimpan sebelum Simpan. NIK harus berupa teks: bila Excel mengubahnya menjadi 1,37E+15, format kolomnya sebagai Teks lalu isi lagi.",
    },
    "perbaiki-baris": {
      title: "Perbaiki baris yang bermasalah",
      steps: [
        "Buka kirimannya di Impor daftar, lalu Periksa.",
        "Ubah isi yang salah langsung di kartunya; sebabnya tertulis di sebelahnya.",
        "Bila banyak, unduh baris bermasalah, perbaiki di Excel, lalu unggah lagi: setiap baris kembali ke tempatnya di kiriman yang sama. Biarkan kolom Kode impor dan Kunci baris.",
      ],
      trouble: "Baris yang benar boleh disimpan dulu; yang salah tetap menunggu di tugas Anda.",
    },
    urungkan: {
      title: "Urungkan kiriman yang keliru",
      steps: [
        "Buka kirimannya di Impor daftar.",
        "Tekan Urungkan. Yang ditambahkan ditarik, yang digantikan kembali.",
      ],
      trouble:
        "Dapat sampai 30 hari sesudah disimpan, selama belum ada pekerjaan lain di atasnya. Bila ada, halaman itu menyebutkannya.",
    },
    "ajukan-daftar": {
      title: "Ajukan daftar ke kepala desa",
      steps: [
        "Buka Penetapan. Lengkapi data yang masih kurang; halaman itu menyebut siapa dan apa.",
        "Nyatakan persetujuan orangnya, lalu tekan Ajukan.",
      ],
      trouble:
        "Sesudah diajukan daftar menunggu kepala desa atau lurah; sejak kapan, terlihat di halaman pertama Anda.",
    },
    "sahkan-daftar": {
      title: "Sahkan daftar pekerja",
      steps: [
        "Buka tugas Periksa daftar di halaman pertama.",
        "Baca daftarnya. Keluarkan yang tidak tepat, dengan sebabnya.",
        "Tekan Sahkan, atau kembalikan ke operator dengan catatan.",
      ],
      trouble:
        "Yang mengajukan tidak dapat mengesahkan. Tanpa kepala desa yang punya akun, pengelola program dapat mengesahkan.",
    },
    "catat-peristiwa": {
      title: "Catat kematian, pindah, atau kerja formal",
      steps: [
        "Buka orangnya di Pekerja.",
        "Pada kartu Bila keadaannya berubah tekan apa yang terjadi, lalu isi tanggal dan siapa yang memberi tahu.",
        "Sebutkan suratnya; peristiwa dapat ditarik lagi.",
      ],
      trouble: "Keluarga yang berduka tidak perlu datang dua kali: kabari juga nomor di atas.",
    },
    "nomor-kantor": {
      title: "Isi nomor kantor desa",
      steps: [
        "Di halaman pertama Anda, buka Nomor kantor Anda.",
        "Isi telepon dan WhatsApp kantor, lalu tekan Simpan nomor.",
      ],
      trouble:
        "Isi nomor kantor, bukan nomor pribadi. Camat yang harus menelepon melihat Nomor belum ada sampai nomor ini diisi; camat juga dapat mengisinya.",
    },
    "baca-janji": {
      title: "Baca janji dan bayar desa",
      steps: [
        "Buka Janji desa di bagian atas halaman mana pun; tanpa masuk.",
        "Pilih tahun, kecamatan, kelompok atau status; alamatnya dapat dikirim kepada orang lain.",
        "Buka nama desa untuk melihat setiap langkah dengan dokumennya, atau unduh tabelnya.",
      ],
      trouble:
        "Kosong sebelum rapat koordinasi mengunci komitmen. Angka pekerja rentan dibulatkan; yang terlalu kecil ditutup. Status dihitung dengan aturan, bukan dipilih orang.",
    },
    "ingatkan-desa": {
      title: "Ingatkan desa yang belum mengirim",
      steps: [
        "Halaman pertama menyebut desa yang belum mengirim daftar dan siapa operatornya.",
        "Hubungi orangnya. Bila belum ada akun, minta admin mengundangnya.",
      ],
      trouble: "Kabupaten/kota melihat semua desa; camat melihat desa di kecamatannya.",
    },
    "jawab-padan": {
      title: "Jawab pertanyaan pemadanan",
      steps: [
        "Buka Pemadanan, lalu antreannya.",
        "Bandingkan kedua uraian. Yang sama dan yang berbeda ditandai.",
        "Pilih sama, berbeda, atau belum yakin. Jawaban dapat diurungkan.",
      ],
      trouble: "Belum yakin bukan kesalahan: pertanyaannya kembali bila ada data baru.",
    },
    jodohkan: {
      title: "Jodohkan pekerja dengan penanggung",
      steps: [
        "Buka Penanggung, lalu Penjodohan.",
        "Susun usulan: yang paling mendesak mendapat penanggung lebih dulu.",
        "Baca sebabnya, tolak yang tidak cocok, terima sisanya.",
      ],
      trouble: "Bila tidak ada penanggung, iurannya dapat dibiayai APBD, APBDes, CSR, atau BUMDes.",
    },
    "susun-paket": {
      title: "Susun dan kirim paket BPJS",
      steps: [
        "Buka Kepesertaan, lalu Susun paket, dan pilih bulannya.",
        "Periksa orang dan jumlahnya; keluarkan yang belum lengkap.",
        "Ketik jumlah orang untuk mengirim.",
      ],
      trouble:
        "Paket yang sudah dikirim tidak dapat ditarik. Jawaban cabang ditunggu di halaman pertama Anda.",
    },
    "muat-pegawai": {
      title: "Muat ASN, DTSEN, atau peserta BPJS",
      steps: [
        "Buka Impor daftar, lalu Unggah daftar, dan pilih jenisnya.",
        "Periksa arti kolom dan tinjau jumlahnya.",
        "Lebih dari 200 baris menunggu persetujuan orang kedua.",
      ],
      trouble: "Rilis baru menggantikan yang lama tanpa menghapus riwayatnya.",
    },
    "unduh-paket": {
      title: "Unduh paket pendaftaran",
      steps: [
        "Buka paketnya dari tugas di halaman pertama.",
        "Isi kata sandi lagi dan tulis tujuannya.",
        "Unduh berkasnya; setiap unduhan tercatat.",
      ],
      trouble: "Kolomnya mengikuti templat cabang; admin kota dapat mengubahnya.",
    },
    "kirim-hasil": {
      title: "Kirim hasil pendaftaran",
      steps: [
        "Buka Impor daftar, lalu Unggah daftar, jenis Hasil pendaftaran.",
        "Sertakan kolom kode pekerja dari paket, jawaban, dan nomor peserta.",
        "Yang ditolak kembali ke desanya dengan sebab yang Anda tulis.",
      ],
      trouble: "Kata jawaban yang tidak dikenal ditanyakan sekali dan diingat.",
    },
    "bukti-iuran": {
      title: "Kirim bukti penerimaan iuran",
      steps: [
        "Buka Impor daftar, lalu Unggah daftar, jenis Penerimaan iuran.",
        "Periksa jumlah rupiah dan bulannya.",
        "Berkas menunggu persetujuan keuangan; baru sesudah itu orangnya terhitung terlindungi.",
      ],
      trouble: "Berkas yang sama tidak tercatat dua kali.",
    },
    "setujui-bukti": {
      title: "Setujui bukti iuran",
      steps: [
        "Buka tugasnya di halaman pertama.",
        "Cocokkan berkas dan jumlahnya dengan rekening.",
        "Setujui. Anda tidak dapat menyetujui kiriman sendiri.",
      ],
      trouble: "Bila jumlahnya tidak cocok, jangan setujui; hubungi cabang dengan nomor di atas.",
    },
    "susun-potongan": {
      title: "Susun dan kunci daftar potongan",
      steps: [
        "Buka Potongan gaji. OPD yang belum punya daftar tampil di atas; tekan Susun.",
        "Periksa yang baru, berhenti, dan berubah dibanding bulan lalu, lalu tekan Kirim ke orang kedua.",
        "Orang kedua di keuangan melihat barisnya dan jumlahnya, lalu menyetujui atau menolak dengan alasan.",
      ],
      trouble:
        "Yang menyusun tidak dapat menyetujui. Sesudah dikunci, perubahan surat kuasa berlaku bulan depan; membuka kunci membuat berkas yang sudah diunduh tidak berlaku.",
    },
    "jawab-potongan": {
      title: "Jawab daftar potongan sebagai bendahara OPD",
      steps: [
        "Buka tugasnya di halaman pertama, lalu unduh berkas potongan. Kolomnya dapat diatur menurut penggajian Anda.",
        "Isi kolom Terpotong; bila tidak terpotong isi 0 dan alasannya. Jangan ubah kolom Tanda Daftar.",
        "Tekan Unggah hasil potongan, ketik jumlah pegawai dan jumlah uang menurut penggajian, lalu pilih berkasnya.",
        "Sesudah uangnya dikirim, catat setoran dengan slipnya di Setoran OPD.",
      ],
      trouble:
        "Berkas ditolak seluruhnya bila jumlahnya tidak sama dengan yang Anda ketik, atau bila daftarnya sudah berganti versi; halaman itu menyebut bedanya.",
    },
    "cocokkan-potongan": {
      title: "Cocokkan potongan, setoran, dan penerimaan BPJS",
      steps: [
        "Di Setoran OPD, terima setoran yang sudah terlihat di rekening.",
        "Buka Pencocokan daftar itu, lalu cocokkan setorannya. Uang yang tidak dijelaskan daftar tetap di penampungan.",
        "Untuk tiap selisih pilih satu dari enam penyelesaian dan tulis dasarnya; beberapa baris dapat sekaligus.",
        "Orang kedua memutus tiap baris. Bila tidak ada yang terbuka, tutup daftarnya.",
      ],
      trouble:
        "Baris yang berubah sesudah diusulkan kembali terbuka sendiri. Setiap pencocokan dan penyelesaian dapat diurungkan sampai daftar ditutup.",
    },
    "catat-tagihan": {
      title: "Catat dan cocokkan tagihan BPJS",
      steps: [
        "Buka Iuran bulanan, lalu Tagihan, dan pilih bulannya.",
        "Ketik kode iuran dan jumlah tiap kelompok, atau unggah berkas kode iuran dari BPJS sekaligus.",
        "Bila ada selisih, pilih apa yang terjadi dengannya. Penerimaan dicocokkan sendiri dari bukti iuran BPJS.",
      ],
      trouble:
        "Berkas dibaca utuh atau tidak sama sekali; barisnya yang keliru disebut. Uang yang diterima BPJS tanpa kode yang tercatat disebut terpisah, tidak hilang.",
    },
    "ajak-kantor": {
      title: "Ajak perangkat daerah",
      steps: [
        "Buka Mandat, lalu Ajak perangkat daerah.",
        "Buka ajakan untuk sebuah kantor; halaman dan posternya jadi.",
        "Cetak posternya atau kirim alamatnya. Yang ikut masuk dengan akunnya sendiri.",
      ],
      trouble:
        "Jumlah yang ikut baru disebut bila sekurangnya lima orang. Sistem tidak mengirim pesan apa pun.",
    },
    "rekening-penerima": {
      title: "Tetapkan rekening penerima iuran",
      steps: [
        "Buka Rekening penerima di bagian Iuran; isi dari surat BPJS atau bank.",
        "Orang kedua di keuangan mencocokkan setiap angka, lalu mengesahkan.",
      ],
      trouble: "Sebelum disahkan, penanggung diminta tidak transfer ke mana pun.",
    },
    "surat-kuasa": {
      title: "Cetak surat kuasa untuk bendahara atau bank",
      steps: [
        "Buka Yang saya tanggung, lalu Surat kuasa.",
        "Cantumkan rekening bila bank memintanya; boleh kosong.",
        "Unduh, tanda tangani, serahkan, dan minta tanda terima.",
      ],
      trouble: "Nomor rekening disimpan tersegel dan dihapus bila Anda berhenti.",
    },
    piagam: {
      title: "Piagam penanggung",
      steps: [
        "Sesudah BPJS menerima iuran pertama, buka Yang saya tanggung, lalu Piagam penanggung.",
        "Lihat pratinjau, lalu terbitkan. Cetakan pertama adalah yang asli.",
      ],
      trouble:
        "Bila iurannya dibatalkan atau dikembalikan, halaman di balik kode QR menyebut piagamnya dicabut atau diganti.",
    },
    pengganti: {
      title: "Penanggung atau pekerja berhenti",
      steps: [
        "Penanggung yang pindah, pensiun atau meninggal tampil di Mandat penanggung, lalu Perubahan pegawai penanggung.",
        "Pekerja yang meninggal, pindah atau mendapat kerja bergaji: buka Pengganti, cari kode pekerjanya, pilih alasannya.",
        "Yang ditinggalkan ditahan beberapa hari. Perpanjang, lepas, atau urungkan di Pengganti.",
      ],
      trouble:
        "Lewat waktunya pekerja kembali ke antrean, paling depan. Penahanan tidak melewati batas aman tanpa peringatan, dan tidak ada surat yang terkirim sendiri.",
    },
    "kartu-pekerja": {
      title: "Cetak kartu pekerja",
      steps: [
        "Buka pekerjanya, lalu Kartu pekerja, lalu Buat kartu.",
        "Unduh, gunting, lipat, dan serahkan. Kartunya tanpa NIK.",
        "Siapa pun dapat memindai kodenya atau mengetiknya di Cek kartu.",
      ],
      trouble: "Kartu hilang? Tekan Ganti kartu: kode yang lama langsung tidak berlaku.",
    },
    "pilih-pekerja": {
      title: "Memilih pekerja sendiri",
      steps: [
        "Saat menjadi penanggung, atau kemudian di Usulan pekerja, pilih bahwa Anda sendiri yang menerima.",
        "Usulan tampil di Tugas saya: inisial, pekerjaan, dan desanya.",
        "Terima, atau minta usulan lain.",
      ],
      trouble: "Bila Anda tidak menjawab dalam beberapa hari, pengelola program boleh memutuskan juga.",
    },
    "jadi-penanggung": {
      title: "Menjadi penanggung",
      steps: [
        "Masuk sebagai pegawai. Belum punya akun? Minta admin kota mengundang Anda sebagai pegawai penanggung.",
        "Tentukan batas potongan, jumlah pekerja, dan mulai bulan apa.",
        "Baca rinciannya, lalu tanda tangani dengan kata sandi.",
      ],
      trouble:
        "Siapa yang melihat nama Anda disebut sebelum Anda menyetujui. Anda dapat berhenti kapan saja.",
    },
    berhenti: {
      title: "Berhenti menanggung",
      steps: [
        "Buka Yang saya tanggung, lalu Berhenti.",
        "Halaman itu menyebut bulan terakhir yang dipotong.",
        "Pekerja tetap dicarikan penanggung lain.",
      ],
      trouble: "Tidak perlu memberi alasan.",
    },
    "lupa-sandi": {
      title: "Lupa kata sandi",
      steps: [
        "Minta admin kota membuatkan kode sekali pakai.",
        "Buka halaman Undangan, isi kode itu, dan pilih kata sandi baru.",
      ],
      trouble: "Admin tidak pernah mengetahui kata sandi Anda dan tidak pernah memintanya.",
    },
    "kode-kedua": {
      title: "Pasang kode kedua",
      steps: [
        "Buka Profil saya, lalu Pasang kode kedua.",
        "Masukkan kuncinya ke aplikasi autentikator di HP Anda.",
        "Isi kode enam angka, dan simpan kode cadangan di tempat lain daripada HP.",
      ],
      trouble: "HP hilang? Masuk dengan kode cadangan, atau minta admin; orang kedua menyetujuinya.",
    },
    terkunci: {
      title: "Tidak bisa masuk",
      steps: [
        "Periksa alamat surel dan kata sandi.",
        "Sesudah beberapa kali salah, tunggu sebentar; halaman itu menyebut berapa lama.",
      ],
      trouble: "Masih tidak bisa? Hubungi nomor kota di atas dan sebutkan kode galatnya.",
    },
    undang: {
      title: "Undang pengguna (admin)",
      steps: [
        "Buka Pengguna, lalu Undang pengguna.",
        "Isi nama, surel, peran, dan wilayahnya.",
        "Serahkan kode sekali pakai langsung kepada orangnya.",
      ],
      trouble: "Peran yang berkuasa menunggu persetujuan orang kedua.",
    },
    cadangan: {
      title: "Periksa cadangan (admin)",
      steps: [
        "Buka Pekerjaan latar.",
        "Halaman itu menyebut kapan cadangan terakhir dibuat dan apakah dapat dibuka.",
      ],
      trouble:
        "Cadangan dibuat dengan perintah tuwai backup; jadwalkan setiap hari dan simpan di mesin lain.",
    },
  },
  safety: "Petugas tidak pernah meminta uang, PIN, atau kode OTP Anda.",
  reading: "Membaca angka di sini",
  faq: [
    {
      q: "Mengapa angka cakupan selalu disertai pembilang dan penyebut?",
      a: "Persentase tanpa penyebut dapat menyesatkan. Dua angka dengan penyebut yang berbeda tidak boleh dibandingkan.",
    },
    {
      q: "Mengapa beberapa angka ditutup?",
      a: "Bila jumlahnya sangat kecil, orang dapat dikenali. Angka seperti itu ditutup, dan angka lain dibulatkan.",
    },
    {
      q: "Seberapa sering angka diperbarui?",
      a: "Sekali sebulan, dari rilis yang sudah dibekukan. Tanggalnya tertulis di samping setiap angka.",
    },
  ],
  lists: "Mengunggah daftar",
  listsText:
    "Untuk petugas: unggah daftar Excel yang sudah ada, atau tempel selnya bersama baris judul. Bila belum punya daftar, unduh templat kosong di halaman yang sama; lembar “Cara mengisi” menjelaskan setiap kolom.",
  listsLink: "Unggah daftar atau unduh templat",
  keys: "Tanpa tetikus",
  keysText:
    "Semua halaman dapat dipakai dengan papan ketik: tombol Tab berpindah, Enter membuka. Tautan pertama di setiap halaman melompat ke isi. Halaman dapat diperbesar sampai 200 persen dan dicetak.",
} as const;

const en: Texts<typeof id> = {
  title: "Help",
  lead: "Short answers, and whom to ask when they are not enough.",
  ask: "Whom to ask",
  askVillage: "Workers and families can also ask at the village office, in office hours. Free of charge.",
  how: "How to do it",
  topicLabel: "Choose the work",
  allTopics: "All",
  topics: {
    desa: "Villages",
    kota: "City offices",
    bpjs: "BPJS branch",
    keuangan: "Finance",
    penanggung: "Sponsors",
    akun: "Account and sign-in",
  },
  articles: {
    "kirim-daftar": {
      title: "Send a village’s list of workers",
      steps: [
        "Open Import a list, then Upload a list. Choose the Excel or CSV file you have; one row, one person.",
        "Check what the columns mean. What is unknown is asked once and remembered.",
        "Repair the marked rows, then open the review and press Save.",
      ],
      trouble:
        "Nothing is stored before Save. A NIK must be text: if Excel turned it into 1.37E+15, format the column as Text and fill it in again.",
    },
    "perbaiki-baris": {
      title: "Repair faulty rows",
      steps: [
        "Open the file in Import a list, then its check.",
        "Change the wrong entry on its card; the reason stands beside it.",
        "If there are many, download the faulty rows, repair them in Excel and upload again: each row returns to its place in the same list. Leave the columns Kode impor and Kunci baris alone.",
      ],
      trouble: "Good rows may be saved first; the faulty ones stay among your tasks.",
    },
    urungkan: {
      title: "Undo a file sent by mistake",
      steps: [
        "Open the file in Import a list.",
        "Press Undo. What it added is withdrawn, what it replaced stands again.",
      ],
      trouble:
        "Possible for 30 days after saving, while no other work rests on it. If some does, the page says which.",
    },
    "ajukan-daftar": {
      title: "Put a list before the village head",
      steps: [
        "Open Endorsement. Fill in what is missing; the page names who and what.",
        "Declare the people’s consent, then press Propose.",
      ],
      trouble: "The list then waits for the village head; your first page says since when.",
    },
    "sahkan-daftar": {
      title: "Endorse a list of workers",
      steps: [
        "Open the task on your first page.",
        "Read the list. Take out who does not belong, with the reason.",
        "Press Endorse, or return it to the operator with a note.",
      ],
      trouble:
        "Whoever proposed it cannot endorse it. Where no head has an account, the programme manager can.",
    },
    "catat-peristiwa": {
      title: "Record a death, a move or a formal job",
      steps: [
        "Open the person in Workers.",
        "On the card When things change press what happened; fill in the day and who told it.",
        "Name the document; the event can be taken back.",
      ],
      trouble: "A family in mourning need not come twice: tell the numbers above as well.",
    },
    "nomor-kantor": {
      title: "Fill in the number of a village office",
      steps: [
        "On your first page open Number of your office.",
        "Fill in the telephone and WhatsApp of the office and press Save the numbers.",
      ],
      trouble:
        "A number of the office, not of a person. Until it is filled in a camat who is to call reads No number yet; the camat may fill it in as well.",
    },
    "baca-janji": {
      title: "Read what villages promised and paid",
      steps: [
        "Open Promises at the top of any page; nobody has to sign in.",
        "Choose year, kecamatan, group or status; the address can be sent to others.",
        "Open a village's name for every step with its document, or download the table.",
      ],
      trouble:
        "Empty before a coordination meeting has locked the commitments. Figures of vulnerable workers are rounded, and withheld where they are too small. Statuses come from a rule and are chosen by nobody.",
    },
    "ingatkan-desa": {
      title: "Remind villages without a list",
      steps: [
        "The first page names villages that sent no list, and their operators.",
        "Get in touch. If nobody there has an account, ask the administrator to invite one.",
      ],
      trouble: "City officers see all villages; a camat sees those of the kecamatan.",
    },
    "jawab-padan": {
      title: "Answer questions of linkage",
      steps: [
        "Open Linkage, then its queue.",
        "Compare the two descriptions. What agrees and what differs is marked.",
        "Choose same, different or unsure. An answer can be undone.",
      ],
      trouble: "Unsure is no mistake: the question returns with new data.",
    },
    jodohkan: {
      title: "Match workers with sponsors",
      steps: [
        "Open Sponsors, then Matching.",
        "Make proposals: the most urgent get a sponsor first.",
        "Read the reasons, decline what does not fit, accept the rest.",
      ],
      trouble: "Without a sponsor the city, village, a company or a village enterprise can pay.",
    },
    "susun-paket": {
      title: "Compose and send a packet to BPJS",
      steps: [
        "Open Membership, then Compose a packet, and choose its month.",
        "Check people and amounts; take out who is incomplete.",
        "Type the number of people to send it.",
      ],
      trouble: "A packet that was sent cannot be taken back. Your first page waits for the branch’s answer.",
    },
    "muat-pegawai": {
      title: "Load civil servants, DTSEN or BPJS members",
      steps: [
        "Open Import a list, then Upload a list, and choose the kind.",
        "Check the columns and review the counts.",
        "More than 200 rows wait for a second person.",
      ],
      trouble: "A new release takes the old one’s place without deleting its history.",
    },
    "unduh-paket": {
      title: "Download an enrolment packet",
      steps: [
        "Open the packet from the task on your first page.",
        "Enter your password again and state the purpose.",
        "Download the file; each download is recorded.",
      ],
      trouble: "Its columns follow the branch’s template; the city’s administrator can change them.",
    },
    "kirim-hasil": {
      title: "Send the result of an enrolment",
      steps: [
        "Open Import a list, then Upload a list, kind Result of enrolment.",
        "Include the worker code of the packet, the answer and the member number.",
        "Who is rejected returns to the village with your reason.",
      ],
      trouble: "Unknown words of an answer are asked about once and remembered.",
    },
    "bukti-iuran": {
      title: "Send proof of contributions",
      steps: [
        "Open Import a list, then Upload a list, kind Contributions received.",
        "Check the amount and the month.",
        "The file waits for finance; only then do its people count as protected.",
      ],
      trouble: "The same file is never recorded twice.",
    },
    "setujui-bukti": {
      title: "Approve proof of contributions",
      steps: [
        "Open the task on your first page.",
        "Compare file and amount with the account.",
        "Approve. You cannot approve what you sent yourself.",
      ],
      trouble: "If the amounts differ, do not approve; call the branch at the number above.",
    },
    "susun-potongan": {
      title: "Draw up and lock a deduction list",
      steps: [
        "Open Payroll. Departments without a list stand on top; press Draw up.",
        "Look at what is new, stopped and changed since last month, then press Send to a second person.",
        "A second person of finance sees rows and sums, and approves, or refuses with a reason.",
      ],
      trouble:
        "Whoever drew it up cannot approve it. Once locked, changes of mandates hold from next month; unlocking voids files that were downloaded.",
    },
    "jawab-potongan": {
      title: "Answer a deduction list as a department's treasurer",
      steps: [
        "Open the task on your first page and download the file. Its columns can be set as your payroll has them.",
        "Fill in what was deducted; where nothing was, write 0 and the reason. Leave the column with the mark of the list as it is.",
        "Press Upload the result, type how many employees and how much money payroll says, and choose the file.",
        "Once the money is sent, enter the transfer with its slip under Departments' transfers.",
      ],
      trouble:
        "The file is refused whole when its sum is not what you typed, or when the list has a newer version; the page says how they differ.",
    },
    "cocokkan-potongan": {
      title: "Reconcile deductions, transfers and BPJS's receipts",
      steps: [
        "Under Departments' transfers, receive what you see on the account.",
        "Open the list's reconciliation and match the transfer. Money that the list does not explain stays in suspense.",
        "For each difference choose one of six endings and write what it rests on; several rows can go together.",
        "A second person decides each row. When nothing is open, close the list.",
      ],
      trouble:
        "A row that changed after it was proposed opens again by itself. Every match and ending can be undone until the list is closed.",
    },
    "catat-tagihan": {
      title: "Note and match bills of BPJS",
      steps: [
        "Open Monthly contributions, then Bills, and choose the month.",
        "Type code and sum of each group, or upload the file of codes that BPJS gives, all at once.",
        "Where something differs, choose what becomes of it. Receipts are matched by themselves from BPJS's receipts.",
      ],
      trouble:
        "A file is read whole or not at all; its wrong rows are named. Money that BPJS received without a noted code is told apart, it is not lost.",
    },
    "ajak-kantor": {
      title: "Invite a department",
      steps: [
        "Open Pledges, then Invite departments.",
        "Open an invitation for an office; its page and poster are ready.",
        "Print the poster or pass the address on. Who takes part signs in with an own account.",
      ],
      trouble: "How many take part is told from five people on. The system sends no message.",
    },
    "rekening-penerima": {
      title: "Set the receiving account",
      steps: [
        "Open Receiving account under Contributions; copy it from a letter of BPJS or the bank.",
        "A second person of finance compares every digit, then approves.",
      ],
      trouble: "Until it is approved, sponsors are asked to transfer nowhere.",
    },
    "surat-kuasa": {
      title: "Print the letter for the treasurer or bank",
      steps: [
        "Open My sponsorship, then the letter.",
        "Name your account if the bank asks for it; it may stay empty.",
        "Download, sign, hand it over, and have receipt confirmed.",
      ],
      trouble: "The account number is kept sealed and deleted when you stop.",
    },
    piagam: {
      title: "The sponsor’s certificate",
      steps: [
        "Once BPJS has received the first contribution, open My sponsorship, then the certificate.",
        "Look at the preview, then issue it. The first print is the original.",
      ],
      trouble: "Should the contribution be reversed or refunded, the page behind the QR code says so.",
    },
    pengganti: {
      title: "A sponsor or a worker stops",
      steps: [
        "Sponsors who moved, retired or died are in Pledges, then Changes of sponsoring staff.",
        "A worker who died, moved or has a paid job: open Replacements, find the worker’s code, choose the reason.",
        "Whoever is left is held for some days. Extend, release or undo in Replacements.",
      ],
      trouble:
        "Afterwards the worker is back in the queue, first in line. No hold passes the last safe day unwarned, and no letter is sent by itself.",
    },
    "kartu-pekerja": {
      title: "Print a worker’s card",
      steps: [
        "Open the worker, then Worker’s card, then Make a card.",
        "Download, cut, fold and hand it over. The card bears no NIK.",
        "Anybody can scan its code or type it at Check a card.",
      ],
      trouble: "Card lost? Press Replace the card: the old code no longer holds.",
    },
    "pilih-pekerja": {
      title: "Choose the worker yourself",
      steps: [
        "When you become a sponsor, or later at Proposed workers, say that you accept for yourself.",
        "Proposals appear among your tasks: initials, work and village.",
        "Accept, or ask for another.",
      ],
      trouble: "If you do not answer within some days, the programme manager may decide as well.",
    },
    "jadi-penanggung": {
      title: "Become a sponsor",
      steps: [
        "Sign in as a civil servant. No account yet? Ask the city’s administrator to invite you as a sponsor.",
        "Set the limit of the deduction, the number of workers and the first month.",
        "Read the details, then sign with your password.",
      ],
      trouble: "Who sees your name is told before you agree. You can stop at any time.",
    },
    berhenti: {
      title: "Stop sponsoring",
      steps: [
        "Open Whom I pay for, then Stop.",
        "The page names the last month that is deducted.",
        "Another sponsor is sought for the worker.",
      ],
      trouble: "You need not give a reason.",
    },
    "lupa-sandi": {
      title: "Forgotten password",
      steps: [
        "Ask the city’s administrator for a one-time code.",
        "Open the invitation page, enter the code and choose a new password.",
      ],
      trouble: "The administrator never knows your password and never asks for it.",
    },
    "kode-kedua": {
      title: "Set up a second code",
      steps: [
        "Open My profile, then Set up a second code.",
        "Enter the key into an authenticator app on your phone.",
        "Enter the six-digit code, and keep the backup codes elsewhere than on the phone.",
      ],
      trouble: "Phone lost? Sign in with a backup code, or ask the administrator; a second person approves.",
    },
    terkunci: {
      title: "Cannot sign in",
      steps: [
        "Check e-mail address and password.",
        "After several mistakes wait a while; the page says how long.",
      ],
      trouble: "Still not? Call the city’s number above and mention the error code.",
    },
    undang: {
      title: "Invite somebody (administrator)",
      steps: [
        "Open Users, then Invite somebody.",
        "Fill in name, e-mail, role and area.",
        "Hand the one-time code to the person directly.",
      ],
      trouble: "Powerful roles wait for a second person.",
    },
    cadangan: {
      title: "Check the backup (administrator)",
      steps: ["Open Background work.", "The page says when the last backup was made and whether it opens."],
      trouble:
        "Backups are made by the command tuwai backup; schedule it daily and keep them on another machine.",
    },
  },
  safety: "Officers never ask for your money, PIN or OTP.",
  reading: "Reading the numbers here",
  faq: [
    {
      q: "Why does coverage always come with numerator and denominator?",
      a: "A percentage without its denominator can mislead. Two figures with different denominators must not be compared.",
    },
    {
      q: "Why are some numbers hidden?",
      a: "When a number is very small, people could be recognised. Such numbers are hidden, and others are rounded.",
    },
    {
      q: "How often are numbers renewed?",
      a: "Once a month, from a frozen release. Its date stands beside every number.",
    },
  ],
  lists: "Uploading lists",
  listsText:
    "For officers: upload the Excel list you have, or paste its cells together with the row of headings. Without a list, download an empty template on the same page; its second sheet explains each column.",
  listsLink: "Upload a list or download a template",
  keys: "Without a mouse",
  keysText:
    "Every page works from the keyboard: Tab moves, Enter opens. The first link of each page jumps to its content. Pages can be enlarged to 200 per cent, and printed.",
};

export const helpTexts: TextPair<typeof id> = { id, en };
