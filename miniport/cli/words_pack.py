"""The words of the commands that make and read releases, in English and Chinese."""

from __future__ import annotations

PACK_WORDS: dict[str, tuple[str, str]] = {
    "pack.short": ("Make archives for release", "生成发布归档"),
    "pack": (
        "Build for release and write one archive per target, with a manifest of what is in it.",
        "以生产模式构建，为每个目标平台生成归档和内容清单。",
    ),
    "pack.more": (
        "The same source gives the same archive on every machine. A target with an error is not packed, "
        "whatever --fail-on says. Source maps lie beside the archive, never in it.",
        "同一份源码在任何机器上都生成相同的归档。存在错误的目标不会打包，与 --fail-on 无关。"
        "源码映射放在归档旁边，绝不放入归档。",
    ),
    "pack.examples": (
        "miniport pack --target {first} --out release\tone target\n"
        "miniport pack --app-version 1.4.0\tthe version of a tag",
        "miniport pack --target {first} --out release\t只打包一个目标\n"
        "miniport pack --app-version 1.4.0\t用标签中的版本号",
    ),
    "pack.exit": (
        "0\tpacked, no findings at or above --fail-on\n"
        "1\tfindings at or above --fail-on, or a target was not packed\n"
        "2\tusage, settings, no app.json, archives refused, input or output error\n"
        "3\ta bug in miniport\n"
        "130\tinterrupted",
        "0\t打包完成，没有达到 --fail-on 级别的问题\n"
        "1\t存在达到 --fail-on 级别的问题，或有目标未打包\n"
        "2\t用法或配置有误、缺少 app.json、拒绝写入归档、读写出错\n"
        "3\tminiport 自身的缺陷\n"
        "130\t被中断",
    ),
    "pack.out": (
        "Where the archives go. [default: dist/archives in PROJECT]",
        "归档写入的目录。[默认：PROJECT 下的 dist/archives]",
    ),
    "pack.name": (
        "The name of the archives, instead of that in miniport.yaml.",
        "归档名称，代替 miniport.yaml 中的 name。",
    ),
    "pack.app-version": (
        "The version of the app, instead of that in miniport.yaml.",
        "应用版本号，代替 miniport.yaml 中的 version。",
    ),
    "pack.force": (
        "Overwrite archives of this name that have other content.",
        "覆盖同名但内容不同的归档。",
    ),
    "schema.of": (
        "settings: miniport.yaml; facts, pack: facts on a platform; manifest: what lies beside an archive.",
        "settings：miniport.yaml；facts、pack：平台事实；manifest：归档旁的内容清单。",
    ),
    "pack.since": (
        "Tell what changed since an earlier archive of a target.",
        "与该目标更早的归档比较，说明有哪些变化。",
    ),
    "pack.verify": (
        "Pack nothing: hold an archive against the manifest beside it, and say what differs.",
        "不打包：将归档与其旁边的清单核对，并说明差异。",
    ),
    "pack.rebuild": (
        "With --verify: build the project, and hold the archive against that as well.",
        "与 --verify 同用：重新构建项目，并将归档与构建结果核对。",
    ),
    "pack.same": ("{archive}: as its manifest says", "{archive}：与清单一致"),
    "trace.short": ("Lead a production stack back to the source", "将线上错误堆栈还原到源码"),
    "trace": (
        "Show a stack from production with the places of the source in it.",
        "显示线上错误堆栈，并换成源码中的位置。",
    ),
    "trace.more": (
        "It reads the source maps and the manifest that lie beside the archive. Places of the runtime "
        "and of the platform stay as they are.",
        "读取归档旁边的源码映射和清单。运行时和平台自身的位置保持不变。",
    ),
    "trace.stack": ("A file with the stack; - reads standard input.", "含有堆栈的文件；- 表示读取标准输入。"),
    "trace.archive": (
        "The archive that is in production, as miniport pack wrote it.",
        "线上所用的归档，由 miniport pack 生成。",
    ),
    "trace.examples": (
        "miniport trace stack.txt --archive release/tea-1.4.0-web.zip\tfrom a file\n"
        "pbpaste | miniport trace - --archive release/tea-1.4.0-web.zip\tfrom what was copied",
        "miniport trace stack.txt --archive release/tea-1.4.0-web.zip\t从文件读取\n"
        "pbpaste | miniport trace - --archive release/tea-1.4.0-web.zip\t从剪贴板读取",
    ),
    "trace.exit": (
        "0\tat least one place was found\n1\tnone was found\n2\tusage, an archive or its maps cannot be read",
        "0\t至少找到一个位置\n1\t没有找到任何位置\n2\t用法有误、无法读取归档或其源码映射",
    ),
    "trace.none": ("no place of this stack lies in {archive}", "该堆栈中没有位置属于 {archive}"),
    "no-file": ('cannot read "{value}": {cause}', "无法读取 “{value}”：{cause}"),
    "links.short": ("Make links and QR codes that open a page", "生成打开页面的链接和二维码"),
    "links": (
        "Make links that open a page of the app on each target; the page must be one of that target.",
        "为每个目标平台生成打开页面的链接；该页面必须存在于该平台。",
    ),
    "links.examples": (
        "miniport links --page pages/detail/detail --query id=3\ttext\n"
        "miniport links --target {first} --qr terminal\ta code to scan",
        "miniport links --page pages/detail/detail --query id=3\t文本\n"
        "miniport links --target {first} --qr terminal\t可扫描的二维码",
    ),
    "links.exit": (
        "0\tmade for every target\n"
        "1\tmade for some targets; one has no such page, or its id or address is missing\n"
        "2\tmade for none; usage, settings, output refused",
        "0\t已为所有目标生成\n"
        "1\t只为部分目标生成；有的目标没有该页面，或缺少 appId 或网站地址\n"
        "2\t没有生成；用法或配置有误、拒绝写入",
    ),
    "links.page": (
        "The page, as in app.json. [default: the first]",
        "页面路径，与 app.json 一致。[默认：首页]",
    ),
    "links.query": ("What the page is given.", "传给页面的参数。"),
    "links.base": ("Where the site of a web target is, for its links.", "网页目标的网站地址。"),
    "links.qr": ("QR codes: in the terminal, or as pictures.", "二维码：显示在终端，或保存为图片。"),
    "links.out": (
        "Where pictures go. [default: dist/links in PROJECT]",
        "图片目录。[默认：PROJECT 下的 dist/links]",
    ),
    "links.note": ("note: {note}", "提示：{note}"),
    "links.no-pair": ('"{value}" is not written as NAME=VALUE', "“{value}” 不是 NAME=VALUE 的形式"),
    "ci.short": ("Check, build, pack and sum up in one run", "一次完成检查、构建、打包和汇总"),
    "ci": (
        "Check, build and pack in one run and one parse, and write the reports that CI systems show.",
        "一次解析完成检查、构建和打包，并写出 CI 系统可展示的报告。",
    ),
    "ci.more": (
        "Into one folder: a bundle per target, archives/, and reports/ with JSON, SARIF, JUnit and Markdown. "
        "On GitHub Actions findings become annotations and the summary is shown below the run.",
        "输出到同一目录：各目标平台的产物、archives/，以及含 JSON、SARIF、JUnit 和 Markdown 的 reports/。"
        "在 GitHub Actions 上，问题会成为注解，汇总会显示在运行结果下方。",
    ),
    "ci.examples": (
        "miniport ci --app-version 1.4.0\tfor a tag\n"
        "miniport ci --since old/tea-1.3.0-{first}.zip\twith what changed, for a merge request",
        "miniport ci --app-version 1.4.0\t用于标签\n"
        "miniport ci --since old/tea-1.3.0-{first}.zip\t附带变化，用于合并请求",
    ),
    "ci.exit": (
        "0\tpacked, no findings at or above --fail-on\n"
        "1\tfindings at or above --fail-on, or a target was not packed\n"
        "2\tusage, settings, no app.json, output refused, input or output error\n"
        "3\ta bug in miniport\n"
        "130\tinterrupted",
        "0\t打包完成，没有达到 --fail-on 级别的问题\n"
        "1\t存在达到 --fail-on 级别的问题，或有目标未打包\n"
        "2\t用法或配置有误、缺少 app.json、拒绝写入、读写出错\n"
        "3\tminiport 自身的缺陷\n"
        "130\t被中断",
    ),
    "ci.out": (
        "Where everything goes. [default: dist/ci in PROJECT]",
        "所有输出的目录。[默认：PROJECT 下的 dist/ci]",
    ),
    "pack.run-upload": (
        "Print the commands of the vendor's program that upload each archive; --run-upload run runs them.",
        "输出用平台官方程序上传各归档的命令；--run-upload run 会直接执行。",
    ),
    "upload.none": (
        "{target}: no program of the platform is known that uploads; docs/pack.md says how it is handed over",
        "{target}：没有已知的平台上传程序；交付步骤见 docs/pack.md",
    ),
    "upload.no-id": (
        '{target}: an upload needs "targets.{target}.appId" in miniport.yaml',
        "{target}：上传需要在 miniport.yaml 中设置 “targets.{target}.appId”",
    ),
    "upload.dry": (
        "{target}: nothing was uploaded; these commands do it:",
        "{target}：尚未上传，可执行以下命令：",
    ),
    "upload.install": (
        "once before: {install}, then {login}; the key stays in that program's own configuration",
        "首次使用前：{install}，然后 {login}；密钥只保存在该程序自己的配置中",
    ),
    "upload.absent": (
        "{program} is not installed: {install}, then {login}",
        "尚未安装 {program}：请运行 {install}，然后 {login}",
    ),
}
