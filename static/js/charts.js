// Draws every chart of the page from its JSON with the product's colours, again when the theme changes.
"use strict";

function colour(name) {
  const probe = document.createElement("span");
  probe.className = `d-${name}`; // a discipline's own colour comes before a token of the same name
  probe.style.color = name.startsWith("#") ? name : `var(--d, var(--${name}))`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

const PALETTE = ["primary", "electrical", "static", "instrument", "rotating"];

function option(chart, width) {
  const text = colour("muted"), line = colour("line");
  const stacked = chart.kind === "stack";
  const font = getComputedStyle(document.body).fontFamily;
  return {
    animationDuration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 400,
    textStyle: { fontFamily: font, color: text },
    grid: { left: 8, right: 12, top: chart.series.length > 1 ? (width < 420 ? 60 : 40) : 16,
      bottom: 8, containLabel: true },
    legend: { show: chart.series.length > 1, top: 0, left: 0, icon: "roundRect", itemWidth: 12, itemHeight: 8, textStyle: { color: colour("text") } },
    tooltip: { trigger: "axis", renderMode: "richText", backgroundColor: colour("surface"), borderColor: line, textStyle: { color: colour("text") } },
    xAxis: { type: "category", data: chart.labels, axisTick: { show: false }, axisLine: { lineStyle: { color: line } }, axisLabel: { color: text, hideOverlap: true,
      formatter: (label, index) => chart.axis?.[index] ?? label } },
    yAxis: { type: "value", splitLine: { lineStyle: { color: line } }, axisLabel: { color: text }, minInterval: chart.whole === false ? 0 : 1 },
    series: chart.series.map((one, index) => ({
      name: one.name,
      type: chart.kind === "line" ? "line" : "bar",
      stack: stacked ? "all" : undefined,
      data: one.values,
      barMaxWidth: 28,
      symbolSize: 6,
      lineStyle: { width: 2 },
      itemStyle: { color: colour(one.color || PALETTE[index % PALETTE.length]), borderRadius: stacked ? 0 : [3, 3, 0, 0] },
    })),
  };
}

function boot() {
  for (const figure of document.querySelectorAll("[data-chart]")) {
    const data = document.getElementById(figure.dataset.chart);
    const place = figure.querySelector(".chart");
    if (!data || !place) continue;
    const chart = JSON.parse(data.textContent);
    const drawn = echarts.getInstanceByDom(place) || echarts.init(place, null, { renderer: "svg" });
    drawn.setOption(option(chart, place.clientWidth), true);
  }
}

boot();
document.addEventListener("theme", boot);
document.addEventListener("htmx:afterSettle", boot);
addEventListener("resize", () => {
  for (const place of document.querySelectorAll("[data-chart] .chart")) echarts.getInstanceByDom(place)?.resize();
});
