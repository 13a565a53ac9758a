// Appended to axe-core's source to form one asynchronous script. The last argument is the callback.
const done = arguments[arguments.length - 1];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const line = ({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map(({ target }) => target.join(" ")).join(", ")}`;
// The only rule with one of these tags that is off by default.
const rules = { "target-size": { enabled: true } };
axe.run(document, { runOnly: tags, rules, resultTypes: ["violations"] })
  .then(({ violations }) => done(violations.map(line)), (error) => done(String(error)));
