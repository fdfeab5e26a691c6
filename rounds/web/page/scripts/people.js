// Who is here tonight.

async function showPeople() {
  const opened = openPage;
  const { people } = await ask("GET", "/api/list");
  if (openPage !== opened) return;
  const rows = people.map((person) => ({ person, row: personRow(person) }));
  const nobody = make("p", { class: "quiet", hidden: true }, say("nobody"));
  const search = searchField(say("find_somebody"), (fits) => {
    for (const { person, row } of rows) row.hidden = !fits(...Object.values(person).map(String));
    nobody.hidden = rows.some(({ row }) => !row.hidden);
  });
  show(say("people"), [
    make("h1", {}, say("people")),
    search,
    make("ul", { class: "cards" }, rows.map(({ row }) => row)),
    nobody,
  ]);
}

function personRow(person) {
  const work = [person.company, person.industry].filter(Boolean).join(" · ");
  return make("li", {},
    whoIs(person.number, person.name),
    work && make("p", { class: "quiet", dir: "auto" }, work),
    aims(person));
}
