// Follows axe-core's own source in one asynchronous script; the last argument takes the result.
const done = arguments[arguments.length - 1];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const line = ({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map(({ target }) => target.join(" ")).join(", ")}`;
// The size of targets is the one rule of these that axe leaves off unless it is asked for.
const rules = { "target-size": { enabled: true } };
axe.run(document, { runOnly: tags, rules, resultTypes: ["violations"] })
  .then(({ violations }) => done(violations.map(line)), (error) => done(String(error)));
