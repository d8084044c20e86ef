"use strict";
(function () {
  const kartu = Array.from(document.querySelectorAll("article.temuan"));
  const grup = Array.from(document.querySelectorAll("section.grup"));
  const lipatan = Array.from(document.querySelectorAll("details[data-lipat]"));
  const sempit = window.matchMedia("(max-width: 47.99rem)").matches;
  const isi = (pola, ...nilai) => pola.replace(/\{(\d)\}/g, (_, i) => nilai[i]);

  // Without this script everything is open; with it, what few people read first is folded away.
  for (const d of lipatan) {
    d.open = d.dataset.lipat === "lebar" && sempit;
  }

  // -- filter ---------------------------------------------------------------------
  const form = document.getElementById("saring");
  const teks = new Map();
  let jeda = 0;

  function keadaan() {
    const semua = Array.from(form.querySelectorAll("input[name=k]"));
    const k = semua.filter((x) => x.checked).map((x) => x.value);
    return {
      k: k.length === semua.length ? "" : k.join(",") || "-",
      r: form.elements.r.value,
      u: form.elements.u.value,
      q: form.elements.q.value.trim(),
    };
  }

  function cocok(el, s, kata) {
    if (s.k && !s.k.split(",").includes(el.dataset.k)) return false;
    if (s.r && el.dataset.r !== s.r) return false;
    if (s.u && !el.dataset.u.split(" ").includes(s.u)) return false;
    if (!kata.length) return true;
    if (!teks.has(el)) teks.set(el, el.textContent.toLowerCase().replace(/\s+/g, " "));
    return kata.every((w) => teks.get(el).includes(w));
  }

  function terapkan() {
    const s = keadaan();
    const kata = s.q.toLowerCase().split(/\s+/).filter(Boolean);
    let n = 0;
    for (const el of kartu) {
      const tampil = cocok(el, s, kata);
      el.hidden = !tampil;
      n += tampil;
    }
    for (const g of grup) {
      g.hidden = !g.querySelector("article.temuan:not([hidden])");
    }
    document.getElementById("nihil").hidden = n > 0;
    const status = isi(form.dataset.status, n, kartu.length);
    const tempat = document.getElementById("status");
    if (tempat.textContent !== status) tempat.textContent = status;
    const cetak = document.getElementById("catatan-cetak");
    cetak.hidden = n === kartu.length;
    cetak.textContent = isi(form.dataset.cetak, n, kartu.length);
  }

  // The address keeps an anchor and the filter side by side: #t-0123&k=kesalahan&q=koperasi
  function pecah() {
    const bagian = location.hash.slice(1).split("&");
    const jangkar = bagian[0].includes("=") ? "" : bagian.shift();
    return { jangkar: jangkar, s: new URLSearchParams(bagian.join("&")) };
  }

  function simpan(jangkar) {
    const s = Object.entries(keadaan()).filter((x) => x[1]);
    const bagian = [jangkar, new URLSearchParams(s).toString()].filter(Boolean).join("&");
    const alamat = bagian ? "#" + bagian : location.pathname + location.search;
    try {
      history.replaceState(null, "", alamat);
    } catch (e) {
      /* a page without an address of its own: the filter works, it only is not kept */
    }
  }

  function muat() {
    const h = pecah();
    const k = h.s.get("k");
    for (const x of form.querySelectorAll("input[name=k]")) {
      x.checked = !k || k.split(",").includes(x.value);
    }
    for (const nama of ["r", "u"]) {
      const mau = h.s.get(nama) || "";
      const ada = Array.from(form.elements[nama].options).some((o) => o.value === mau);
      form.elements[nama].value = ada ? mau : "";
    }
    form.elements.q.value = h.s.get("q") || "";
    terapkan();
    tuju(h.jangkar);
  }

  // Going to a finding that the filter hides lifts the filter: a link must lead somewhere.
  function tuju(jangkar) {
    const el = jangkar && document.getElementById(jangkar);
    if (!el) return;
    for (let d = el.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
    if (el.matches("article.temuan")) {
      if (form && el.hidden) {
        form.reset();
        terapkan();
      }
      const d = el.querySelector("details[data-lipat]");
      if (d) d.open = true;
      el.focus({ preventScroll: true });
    }
    el.scrollIntoView();
  }

  if (form) {
    form.hidden = false;
    form.addEventListener("submit", (e) => e.preventDefault());
    form.addEventListener("change", () => {
      terapkan();
      simpan(pecah().jangkar);
    });
    form.elements.q.addEventListener("input", () => {
      clearTimeout(jeda);
      jeda = setTimeout(() => {
        terapkan();
        simpan(pecah().jangkar);
      }, 200);
    });
    form.addEventListener("reset", () => {
      setTimeout(() => {
        terapkan();
        simpan(pecah().jangkar);
      });
    });
    const tombol = document.getElementById("lipat");
    tombol.addEventListener("click", () => {
      const buka = tombol.textContent === tombol.dataset.buka;
      for (const d of lipatan) {
        if (d.dataset.lipat === "kartu") d.open = buka;
      }
      tombol.textContent = buka ? tombol.dataset.tutup : tombol.dataset.buka;
    });
    muat();
    window.addEventListener("hashchange", muat);
  }

  document.addEventListener("click", (e) => {
    const a = e.target.closest ? e.target.closest('a[href^="#"]') : null;
    if (!a || !form || e.defaultPrevented || e.ctrlKey || e.metaKey || e.shiftKey) return;
    const jangkar = a.getAttribute("href").slice(1);
    e.preventDefault();
    tuju(jangkar);
    const el = document.getElementById(jangkar);
    if (el && !el.matches("article.temuan")) {
      if (!el.hasAttribute("tabindex")) el.setAttribute("tabindex", "-1");
      el.focus({ preventScroll: true });
    }
    simpan(jangkar);
  });

  // -- the matrix -------------------------------------------------------------------
  for (const c of document.querySelectorAll("input[data-matriks]")) {
    const baris = Array.from(document.querySelectorAll("#" + c.dataset.matriks + " tbody tr"));
    const status = c.closest("p").querySelector("[role=status]");
    const terap = () => {
      let n = 0;
      for (const b of baris) {
        b.hidden = c.checked && !b.classList.contains("baris-beda");
        n += !b.hidden;
      }
      status.textContent = c.checked ? isi(c.dataset.status, n, baris.length) : "";
    };
    c.closest("p").hidden = false;
    c.checked = sempit; // on a phone a long matrix begins with what matters; the status says so
    c.addEventListener("change", terap);
    terap();
  }

  // -- paper: everything is open while it is printed ---------------------------------------
  let tertutup = [];
  window.addEventListener("beforeprint", () => {
    tertutup = lipatan.filter((d) => !d.open);
    for (const d of tertutup) d.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const d of tertutup) d.open = false;
    tertutup = [];
  });
})();
