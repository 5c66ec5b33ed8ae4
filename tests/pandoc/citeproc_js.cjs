// Prints each work of the question, listed alone, in the question's style: {key: HTML}.
const CSL = require(require.resolve("citeproc", { paths: [process.argv[2]] }));
let question = "";
process.stdin.setEncoding("utf-8");
process.stdin.on("data", (piece) => (question += piece));
process.stdin.on("end", () => {
  const { csl, items, locales } = JSON.parse(question);
  const works = Object.fromEntries(items.map((item) => [item.id, item]));
  const processor = { retrieveLocale: (name) => locales[name] || locales["en-US"], retrieveItem: (id) => works[id] };
  const engine = new CSL.Engine(processor, csl);
  const said = {};
  for (const { id } of items) {
    engine.updateItems([id]);
    said[id] = engine.makeBibliography()[1][0];
  }
  process.stdout.write(JSON.stringify(said));
});
