import { minify } from "html-minifier-terser";

const PAGE = 100;

/** The lists of tasks by one of their values, in pages. */
function paged(tasks, key, folder) {
  const lists = new Map();
  for (const task of tasks) {
    const value = task.data[key];
    if (!lists.has(value)) lists.set(value, []);
    lists.get(value).push(task);
  }
  return [...lists].flatMap(([value, all]) => {
    const count = Math.ceil(all.length / PAGE);
    const address = (page) => (page === 1 ? `/${folder}/${value}/` : `/${folder}/${value}/page/${page}/`);
    const addresses = Array.from({ length: count }, (_, index) => address(index + 1));
    return addresses.map((url, index) => ({
      value, url, addresses, total: all.length, first: index === 0,
      tasks: all.slice(index * PAGE, (index + 1) * PAGE),
    }));
  });
}

export default function (config) {
  config.setQuietMode(true);
  config.addPassthroughCopy({ static: "/" });
  const tasks = (api) => api.getAll().filter((item) => item.data.plan_id)
    .sort((one, other) => one.data.order - other.data.order);
  config.addCollection("tasks", tasks);
  config.addCollection("plans", (api) => api.getAll().filter((item) => item.data.plan));
  config.addCollection("byPlan", (api) => Object.groupBy
    ? Object.groupBy(tasks(api), (task) => task.data.plan_id)
    : tasks(api).reduce((plans, task) => {
      (plans[task.data.plan_id] ??= []).push(task);
      return plans;
    }, {}));
  config.addCollection("latest", (api) => tasks(api).sort((one, other) => other.date - one.date).slice(0, 50));
  config.addCollection("agencyPages", (api) => paged(tasks(api), "lead", "co-quan"));
  config.addCollection("statePages", (api) => paged(tasks(api), "state_id", "tinh-trang"));
  config.addFilter("groups", (all) => {
    const groups = new Map();
    for (const task of all) {
      const { group } = task.data;
      if (!groups.has(group)) groups.set(group, []);
      groups.get(group).push(task);
    }
    return [...groups];
  });
  config.addFilter("counts", (all) => {
    const counts = new Map();
    for (const task of all) counts.set(task.data.state, (counts.get(task.data.state) ?? 0) + 1);
    return [...counts];
  });
  config.addFilter("sameGroup", (all, group) => all.filter((task) => task.data.group === group));
  config.addFilter("neighbour", (all, url, step) => all[all.findIndex((task) => task.url === url) + step]);
  config.addFilter("rfc3339", (date) => date.toISOString());
  config.addTransform("minify", function (content) {
    if (!(this.page.outputPath || "").endsWith(".html")) return content;
    return minify(content, { collapseWhitespace: true, removeComments: true, removeAttributeQuotes: true });
  });
  return {
    dir: { input: "content", includes: "../_includes", data: "../_data" },
    markdownTemplateEngine: false,
  };
}
