{{ built("weibo/service.js") }}
