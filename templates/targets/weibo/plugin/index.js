{{ built("weibo/plugin.js") }}
