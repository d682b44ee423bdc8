"""Arabic articles written for these tests, and small helpers to put them into files."""

TITLE = "الوزارة تعلن خطة جديدة لترميم الأسواق القديمة"
FIRST = "قال وزير الأشغال سامر الحلبي إن أعمال الترميم ستبدأ مطلع الشهر المقبل وتستمر عامين كاملين."
SECOND = "وأضاف الحلبي في مؤتمر صحفي: «لن نغلق أي سوق بالكامل، وسيبقى الباعة في محالهم طوال مدة العمل»."
THIRD = "من جهتها حذرت نقابة الباعة من أن الخطة لا تذكر شيئًا عن تعويض المتضررين من توقف الحركة."
BODY = f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n"
ARTICLE = f"{TITLE}\n\n{BODY}"

PAGE = f"""<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="{{charset}}">
<title>{TITLE} | جريدة الميدان</title>
<meta property="og:title" content="{TITLE}">
<meta property="og:site_name" content="جريدة الميدان">
<meta name="author" content="هالة الكرمي">
<meta property="article:published_time" content="2024-03-09T10:15:00+03:00">
<script>document.write("لا شيء هنا")</script></head>
<body><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/sport">رياضة</a></li></ul></nav>
<article><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>
<footer>جميع الحقوق محفوظة</footer></body></html>
"""
