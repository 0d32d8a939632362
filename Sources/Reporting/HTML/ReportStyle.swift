/// How the report looks: on a wide screen, on a phone, on paper. Colours reach a contrast of 4.5 on their ground,
/// and nothing is said by colour alone.
enum ReportStyle {
  static let css = """
    :root{--ink:#1f2a37;--soft:#566173;--line:#d9dee6;--ground:#f6f7f9;--card:#fff;--accent:#1f4e79;
    --edu:#0b5d4e;--edu-bg:#d8f0e8;--mix:#7a4a00;--mix-bg:#fdeccb;--cli:#8a1f5c;--cli-bg:#f9dcec;
    --ins:#4b5563;--ins-bg:#e5e7eb;--exe:#27488a;--exe-bg:#dde7fb;--err:#a11a1a;--err-bg:#fde3e1;
    --war:#7a4a00;--war-bg:#fdeccb;--inf:#27488a;--inf-bg:#dde7fb}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--ground);color:var(--ink);line-height:1.5;
    font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-size:16px}
    main,header.top,footer{max-width:72rem;margin:0 auto;padding:0 1.25rem}
    header.top{padding-top:2.25rem;padding-bottom:.5rem}
    h1{font-size:1.9rem;line-height:1.2;margin:0 0 .35rem;letter-spacing:-.01em}
    h2{font-size:1.35rem;line-height:1.25;margin:0 0 .5rem}
    h3{font-size:1.05rem;margin:1.75rem 0 .5rem}
    h4{font-size:1rem;margin:0 0 .4rem;line-height:1.6}
    p{margin:.4rem 0}
    a{color:var(--accent)}
    a:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
    .lead,.path,.place,.note,.hint{color:var(--soft)}
    .path,.place,.note,.hint{font-size:.875rem}
    .path{overflow-wrap:anywhere;margin-top:0}
    .note{display:inline-block;font-weight:400}
    th .note,td .note{display:block}
    td.number .note{display:inline}
    .panel,article.document{background:var(--card);border:1px solid var(--line);border-radius:12px;
    padding:1.4rem 1.5rem;margin:1.25rem 0}
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem;margin:1.25rem 0;padding:0}
    .tiles div{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:.8rem 1rem}
    .tiles dt{color:var(--soft);font-size:.875rem}
    .tiles dd{margin:0;font-size:1.7rem;font-weight:650;line-height:1.25;font-variant-numeric:tabular-nums}
    .tiles dd small{display:block;font-size:.8125rem;font-weight:400;color:var(--soft);line-height:1.35}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-size:.9375rem}
    caption{text-align:left;color:var(--soft);font-size:.875rem;padding:0 0 .5rem}
    th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line)}
    thead th{font-size:.8125rem;color:var(--soft);font-weight:600;border-bottom-width:2px;vertical-align:bottom}
    tbody th{font-weight:600}
    tbody tr:last-child>*{border-bottom:0}
    .number{text-align:right;font-variant-numeric:tabular-nums}
    thead th.number{padding-left:.75rem}
    td.wrap{overflow-wrap:anywhere}
    .unknown{color:var(--soft);font-style:italic}
    .label,.severity,.status{display:inline-block;border-radius:999px;padding:.05rem .6rem;font-size:.8125rem;
    font-weight:650;line-height:1.5;white-space:nowrap}
    .label.educational,.polarity.educational{color:var(--edu)}.label.educational{background:var(--edu-bg)}
    .label.mixed{color:var(--mix);background:var(--mix-bg)}
    .label.clinical,.polarity.clinical{color:var(--cli)}.label.clinical{background:var(--cli-bg)}
    .label.insufficient,.polarity.quality{color:var(--ins)}.label.insufficient{background:var(--ins-bg)}
    .label.exempt,.polarity.exempt{color:var(--exe)}.label.exempt{background:var(--exe-bg)}
    .severity.error,.status.failed,.status.needs-password{color:var(--err);background:var(--err-bg)}
    .severity.warning,.status.partial{color:var(--war);background:var(--war-bg)}
    .severity.info{color:var(--inf);background:var(--inf-bg)}
    .status.not-an-iep,.status.skipped{color:var(--ins);background:var(--ins-bg)}
    .polarity{font-size:.875rem;font-weight:600}
    svg.bar{display:block;width:100%;height:.9rem;border-radius:999px;margin:.75rem 0 1rem;background:var(--line)}
    svg.bar .educational{fill:#2f9c85}svg.bar .mixed{fill:#e0a32e}svg.bar .clinical{fill:#c0508e}
    svg.bar .insufficient{fill:#9aa3b0}svg.bar .exempt{fill:#7f9fdc}
    dl{margin:.5rem 0}
    dd{margin:0}
    .facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:.6rem 1.25rem;margin:1rem 0}
    .facts dt,.details dt{color:var(--soft);font-size:.8125rem}
    .facts dd{font-weight:550;overflow-wrap:anywhere}
    .details{display:grid;gap:.3rem;font-size:.9375rem}
    .details div{display:grid;grid-template-columns:8.5rem 1fr;gap:.75rem}
    .details dt{padding-top:.1rem}
    .details dd{overflow-wrap:anywhere}
    .count{display:inline-block;min-width:1.5rem;text-align:center;background:var(--ins-bg);color:var(--ins);
    border-radius:999px;font-size:.8125rem;padding:0 .45rem}
    ul.findings{list-style:none;margin:0;padding:0;display:grid;gap:.75rem}
    .finding,.goal{border:1px solid var(--line);border-left-width:4px;border-radius:8px;padding:.8rem 1rem}
    .finding.error{border-left-color:#c53a3a}.finding.warning{border-left-color:#d9962a}
    .finding.info{border-left-color:#6a8bd6}
    .finding p{margin:.15rem 0}
    .finding .message{font-weight:550}
    .rule-title{color:var(--soft);font-size:.9375rem}
    .goal{margin:.75rem 0}
    .goal-text{font-size:1.0625rem;max-width:60rem}
    .area{font-weight:400;color:var(--soft)}
    .evidence{background:var(--ground);border-radius:8px;padding:.5rem .9rem;margin:.6rem 0;font-size:.9375rem}
    .evidence>p{margin:0;font-weight:600;font-size:.8125rem;color:var(--soft)}
    .evidence ul{margin:.1rem 0}
    mark{color:inherit;border-radius:3px;padding:.02em .1em}
    mark.educational{background:#c9ecdf;box-shadow:inset 0 -2px #2f9c85}
    mark.clinical{background:#f6d3e6;box-shadow:inset 0 -2px #c0508e}
    mark.quality{background:#e7eaef;box-shadow:inset 0 -2px #9aa3b0}
    mark.exempt{background:#dde7fb;box-shadow:inset 0 -2px #7f9fdc}
    ul.plain,ol.plain{padding-left:1.2rem;margin:.4rem 0}
    .plain li{margin:.25rem 0}
    q{font-style:italic}
    code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.875em;background:#eef1f5;
    border-radius:4px;padding:.05em .35em}
    summary{cursor:pointer;color:var(--accent);padding:.2rem 0}
    details{margin:.5rem 0}
    footer{color:var(--soft);font-size:.875rem;padding-top:1rem;padding-bottom:3rem}
    .target:target,article:target,section:target,tr:target,li:target{background:#fffbe8}
    @media (max-width:44rem){
    .panel,article.document{padding:1rem;border-radius:10px}
    main,header.top,footer{padding-left:.75rem;padding-right:.75rem}
    .details div{grid-template-columns:1fr;gap:0}
    table.cards,table.cards tbody,table.cards tr,table.cards td,table.cards tbody th{display:block}
    table.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    table.cards tr{padding:.7rem 0;border-bottom:1px solid var(--line)}
    table.cards td,table.cards tbody th{border:0;padding:.1rem 0;text-align:left}
    table.cards td:empty{display:none}
    table.cards td::before{content:attr(data-label) " ";color:var(--soft);font-size:.8125rem;display:inline-block;
    min-width:8.5rem}
    table.cards td .note{display:inline}
    }
    @media print{
    body{background:#fff;font-size:10.5pt}
    main,header.top,footer{max-width:none;padding-left:0;padding-right:0}
    .panel,article.document{border:0;padding:0}
    article.document{break-before:page}
    .finding,.goal,tr,.tiles div{break-inside:avoid}
    h2,h3,h4{break-after:avoid}
    thead{display:table-header-group}
    mark,.label,.severity,.status,svg.bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    a{color:inherit;text-decoration:none}
    }
    """
}
