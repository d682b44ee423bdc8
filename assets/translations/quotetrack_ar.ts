<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Who said what in Arabic news.</source>
        <translation>من قال ماذا في الأخبار العربية.</translation>
    </message>
    <message>
        <source>Version {}</source>
        <translation>الإصدار {}</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. Fonts: IBM Plex Sans Arabic and Noto Naskh Arabic (SIL Open Font Licence). Your articles and quotes stay on this computer.</source>
        <translation>برنامج حر برخصة MIT. الخطوط: IBM&#xa0;Plex&#xa0;Sans&#xa0;Arabic وNoto&#xa0;Naskh&#xa0;Arabic (رخصة SIL المفتوحة). مقالاتك واقتباساتك لا تغادر هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>Open a web page or feed</source>
        <translation>فتح صفحة ويب أو خلاصة أخبار</translation>
    </message>
    <message>
        <source>Address of the page or the feed</source>
        <translation>عنوان الصفحة أو الخلاصة</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
</context>
<context>
    <name>AgainDialog</name>
    <message>
        <source>Detect quotes again</source>
        <translation>رصد الاقتباسات من جديد</translation>
    </message>
    <message>
        <source>What you decided, corrected or added stays as it is. It can be undone.</source>
        <translation>يبقى ما قررته أو صححته أو أضفته كما هو. ويمكن التراجع.</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>هذا المقال</translation>
    </message>
    <message>
        <source>All articles ({})</source>
        <translation>كل المقالات ({})</translation>
    </message>
    <message>
        <source>Progress of the work</source>
        <translation>تقدم العمل</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>ما الذي سيتغير</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>اعتماد</translation>
    </message>
    <message>
        <source>Detecting…</source>
        <translation>جارٍ الرصد…</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>لا جديد</numerusform>
            <numerusform>جديد واحد</numerusform>
            <numerusform>جديدان</numerusform>
            <numerusform>%n جديدة</numerusform>
            <numerusform>%n جديدًا</numerusform>
            <numerusform>%n جديد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no longer reported</source>
        <translation>
            <numerusform>لا شيء يسقط</numerusform>
            <numerusform>واحد يسقط</numerusform>
            <numerusform>اثنان يسقطان</numerusform>
            <numerusform>%n تسقط</numerusform>
            <numerusform>%n تسقط</numerusform>
            <numerusform>%n تسقط</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reported otherwise</source>
        <translation>
            <numerusform>لا شيء يتبدل</numerusform>
            <numerusform>واحد يتبدل</numerusform>
            <numerusform>اثنان يتبدلان</numerusform>
            <numerusform>%n تتبدل</numerusform>
            <numerusform>%n تتبدل</numerusform>
            <numerusform>%n تتبدل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s)</source>
        <translation>
            <numerusform>في لا مقال</numerusform>
            <numerusform>في مقال واحد</numerusform>
            <numerusform>في مقالين</numerusform>
            <numerusform>في %n مقالات</numerusform>
            <numerusform>في %n مقالًا</numerusform>
            <numerusform>في %n مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>لن يتغير شيء.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا غيرها</numerusform>
            <numerusform>وواحد آخر</numerusform>
            <numerusform>واثنان آخران</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>Open articles</source>
        <translation>فتح مقالات</translation>
    </message>
    <message>
        <source>Open a folder of articles</source>
        <translation>فتح مجلد مقالات</translation>
    </message>
    <message>
        <source>Fetching the page</source>
        <translation>جلب الصفحة</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>النظر في الملفات</translation>
    </message>
    <message>
        <source>There is nothing here that can be read.</source>
        <translation>لا شيء هنا يمكن قراءته.</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>استيراد</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) imported</source>
        <translation>
            <numerusform>لم يُستورد أي مقال</numerusform>
            <numerusform>استُورد مقال واحد</numerusform>
            <numerusform>استُورد مقالان</numerusform>
            <numerusform>استُوردت %n مقالات</numerusform>
            <numerusform>استُورد %n مقالًا</numerusform>
            <numerusform>استُورد %n مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s) found</source>
        <translation>
            <numerusform>لم يُعثر على اقتباسات</numerusform>
            <numerusform>عُثر على اقتباس واحد</numerusform>
            <numerusform>عُثر على اقتباسين</numerusform>
            <numerusform>عُثر على %n اقتباسات</numerusform>
            <numerusform>عُثر على %n اقتباسًا</numerusform>
            <numerusform>عُثر على %n اقتباس</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what happened to each</source>
        <translation>عرض نتيجة كل ملف</translation>
    </message>
</context>
<context>
    <name>ArrivalsDialog</name>
    <message>
        <source>Before the import</source>
        <translation>قبل الاستيراد</translation>
    </message>
    <message>
        <source>Progress of looking</source>
        <translation>تقدّم النظر في الملفات</translation>
    </message>
    <message>
        <source>Also import articles that the project has already</source>
        <translation>استيراد المقالات الموجودة في المشروع أيضًا</translation>
    </message>
    <message>
        <source>From now on import at once, without this list</source>
        <translation>الاستيراد من الآن فصاعدًا مباشرةً دون هذه القائمة</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Save this list…</source>
        <translation>حفظ هذه القائمة…</translation>
    </message>
    <message>
        <source>What is about to come in</source>
        <translation>ما سيُستورد</translation>
    </message>
    <message>
        <source>How it will be read</source>
        <translation>كيف سيُقرأ</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>الترميز</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>الوسيلة</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>الكاتب</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>الرابط</translation>
    </message>
    <message>
        <source>Which column is which</source>
        <translation>أي عمود هو أي حقل</translation>
    </message>
    <message>
        <source>Column of: {}</source>
        <translation>عمود: {}</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالًا</numerusform>
            <numerusform>%n مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>لا مكرر</numerusform>
            <numerusform>مكرر واحد</numerusform>
            <numerusform>مكرران</numerusform>
            <numerusform>%n مكررات</numerusform>
            <numerusform>%n مكررًا</numerusform>
            <numerusform>%n مكرر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>لا شيء تتعذر قراءته</numerusform>
            <numerusform>واحد تتعذر قراءته</numerusform>
            <numerusform>اثنان تتعذر قراءتهما</numerusform>
            <numerusform>%n تتعذر قراءتها</numerusform>
            <numerusform>%n تتعذر قراءتها</numerusform>
            <numerusform>%n تتعذر قراءتها</numerusform>
        </translation>
    </message>
    <message>
        <source>still looking…</source>
        <translation>ما زال البحث جاريًا…</translation>
    </message>
    <message>
        <source>As detected</source>
        <translation>كما اكتُشف</translation>
    </message>
    <message>
        <source>Save this list</source>
        <translation>حفظ هذه القائمة</translation>
    </message>
    <message>
        <source>CSV (*.csv);;JSON (*.json)</source>
        <translation>CSV (*.csv);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>حُفظت باسم {}</translation>
    </message>
</context>
<context>
    <name>ArrivalsModel</name>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>الترميز</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>الجودة</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>with warnings: {}</source>
        <translation>عليها تنبيهات: {}</translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>لا مكرر</numerusform>
            <numerusform>مكرر واحد</numerusform>
            <numerusform>مكرران</numerusform>
            <numerusform>%n مكررات</numerusform>
            <numerusform>%n مكررًا</numerusform>
            <numerusform>%n مكرر</numerusform>
        </translation>
    </message>
    <message>
        <source>already in the project: {}</source>
        <translation>موجود في المشروع: {}</translation>
    </message>
    <message>
        <source>the same as {}</source>
        <translation>مطابق لـ {}</translation>
    </message>
    <message numerus="yes">
        <source>%n not read</source>
        <translation>
            <numerusform>لم يفت شيء</numerusform>
            <numerusform>واحد لم يُقرأ</numerusform>
            <numerusform>اثنان لم يُقرآ</numerusform>
            <numerusform>%n لم تُقرأ</numerusform>
            <numerusform>%n لم تُقرأ</numerusform>
            <numerusform>%n لم تُقرأ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleDialog</name>
    <message>
        <source>Article details</source>
        <translation>بيانات المقال</translation>
    </message>
    <message>
        <source>The text itself stays as it was imported.</source>
        <translation>أما النص نفسه فيبقى كما استُورد.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
</context>
<context>
    <name>ArticleFields</name>
    <message>
        <source>The date is known</source>
        <translation>التاريخ معروف</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>الوسيلة</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>الكاتب</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>الرابط</translation>
    </message>
</context>
<context>
    <name>AskingUser</name>
    <message>
        <source>{} is there already. Replace it?</source>
        <translation>{} موجود من قبل. أتستبدله؟</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>استبدال</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>Something in {} is not saved yet. Save or close it first.</source>
        <translation>في {} ما لم يُحفظ بعد. احفظه أو أغلقه أولًا.</translation>
    </message>
    <message>
        <source>What you have typed stays here until you close this.</source>
        <translation>يبقى ما كتبته هنا إلى أن تغلق هذه النافذة.</translation>
    </message>
    <message>
        <source>This was changed meanwhile. Only what you change here will be saved.</source>
        <translation>تغيّر هذا في الأثناء. لن يُحفظ إلا ما تغيّره هنا.</translation>
    </message>
    <message>
        <source>What you were writing cannot be shown again.</source>
        <translation>تعذّر عرض ما كنت تكتبه من جديد.</translation>
    </message>
    <message>
        <source>This is what you had typed before it was closed.</source>
        <translation>هذا ما كتبته قبل أن تغلق.</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Save the chart “{}”</source>
        <translation>حفظ الرسم «{}»</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>حفظ…</translation>
    </message>
    <message>
        <source>Picture (*.png);;Drawing (*.svg)</source>
        <translation>صورة (*.png);;رسم متجهي (*.svg)</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>حفظ الرسم</translation>
    </message>
</context>
<context>
    <name>ChartsPane</name>
    <message>
        <source>Nothing to draw yet</source>
        <translation>لا شيء للرسم بعد</translation>
    </message>
    <message>
        <source>As soon as there are quotes, you see here who is quoted, where and when.</source>
        <translation>متى وُجدت اقتباسات رأيت هنا من يُقتبس عنه وأين ومتى.</translation>
    </message>
    <message>
        <source>Who is quoted most</source>
        <translation>الأكثر اقتباسًا عنهم</translation>
    </message>
    <message>
        <source>Quotes by speaker. Click a bar to see only these.</source>
        <translation>الاقتباسات بحسب القائل. انقر شريطًا لترى اقتباساته وحدها.</translation>
    </message>
    <message>
        <source>Verbs of each speaker</source>
        <translation>أفعال كل قائل</translation>
    </message>
    <message>
        <source>Of those quoted most: said, claimed, denied. Click a part to see only it.</source>
        <translation>لدى الأكثر اقتباسًا عنهم: قال، زعم، نفى. انقر جزءًا لتراه وحده.</translation>
    </message>
    <message>
        <source>Where they are quoted</source>
        <translation>أين نُشرت أقوالهم</translation>
    </message>
    <message>
        <source>Quotes by outlet.</source>
        <translation>الاقتباسات بحسب وسيلة الإعلام.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Quotes by the date of their article.</source>
        <translation>الاقتباسات بحسب تاريخ المقال.</translation>
    </message>
    <message>
        <source>How they are introduced</source>
        <translation>كيف قُدّمت الأقوال</translation>
    </message>
    <message>
        <source>What the verb says about the words: said, claimed, denied.</source>
        <translation>ما يوحي به فعل القول: قال، زعم، نفى.</translation>
    </message>
    <message>
        <source>Who stays unnamed</source>
        <translation>المصادر غير المسماة</translation>
    </message>
    <message>
        <source>Share of quotes from unnamed sources, by outlet.</source>
        <translation>نصيبها من اقتباسات كل وسيلة إعلام.</translation>
    </message>
    <message>
        <source>others</source>
        <translation>غير ذلك</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Projects (*.qtrack)</source>
        <translation>مشاريع (*.qtrack)</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>مشروع جديد</translation>
    </message>
    <message>
        <source>My quotes</source>
        <translation>اقتباساتي</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>فتح مشروع</translation>
    </message>
    <message>
        <source>Taking over what was detected</source>
        <translation>اعتماد ما رُصد</translation>
    </message>
    <message>
        <source>Detected again. Undo brings back what was.</source>
        <translation>رُصدت من جديد. والتراجع يعيد ما كان.</translation>
    </message>
    <message>
        <source>Preparing the sample</source>
        <translation>تجهيز المشروع النموذجي</translation>
    </message>
</context>
<context>
    <name>CueClassEdit</name>
    <message>
        <source>What the verb says</source>
        <translation>معنى فعل القول</translation>
    </message>
    <message>
        <source>Not said yet</source>
        <translation>لم يُحدَّد بعد</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>No quote is chosen</source>
        <translation>لم تختر اقتباسًا بعد</translation>
    </message>
    <message>
        <source>Click a quote in the article or in the table.</source>
        <translation>انقر اقتباسًا في المقال أو في الجدول.</translation>
    </message>
    <message>
        <source>Take the selection</source>
        <translation>خذ المحدد</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>الاقتباس</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>القائل</translation>
    </message>
    <message>
        <source>Who said it?</source>
        <translation>من قاله؟</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>كما ورد</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>فعل القول</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>الحكم</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>For yourself and your desk</source>
        <translation>لك ولزملائك في التحرير</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>الأدلة</translation>
    </message>
    <message>
        <source>Why it was detected</source>
        <translation>لماذا رُصد</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>من أين جاء</translation>
    </message>
    <message>
        <source>Open the link</source>
        <translation>فتح الرابط</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>تأكيد</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>للتحقق</translation>
    </message>
    <message numerus="yes">
        <source>%n quotes are selected; a change holds for all of them</source>
        <translation>
            <numerusform>لا اقتباسات محددة</numerusform>
            <numerusform>اقتباس واحد محدد</numerusform>
            <numerusform>اقتباسان محددان، والتغيير يشملهما</numerusform>
            <numerusform>%n اقتباسات محددة، والتغيير يشملها كلها</numerusform>
            <numerusform>%n اقتباسًا محددًا، والتغيير يشملها كلها</numerusform>
            <numerusform>%n اقتباس محدد، والتغيير يشملها كلها</numerusform>
        </translation>
    </message>
    <message>
        <source>Inside the words of {}</source>
        <translation>داخل كلام {}</translation>
    </message>
    <message>
        <source>Inside another quote</source>
        <translation>داخل قول آخر</translation>
    </message>
    <message>
        <source>Added by a person</source>
        <translation>أُضيف يدويًا</translation>
    </message>
    <message>
        <source>Page {}</source>
        <translation>صفحة {}</translation>
    </message>
    <message>
        <source>Imported {}</source>
        <translation>استُورد في {}</translation>
    </message>
    <message>
        <source>Fingerprint of the text {}</source>
        <translation>بصمة النص {}</translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <translation>
            <numerusform>بلا اقتباسات</numerusform>
            <numerusform>اقتباس واحد</numerusform>
            <numerusform>اقتباسان</numerusform>
            <numerusform>%n اقتباسات</numerusform>
            <numerusform>%n اقتباسًا</numerusform>
            <numerusform>%n اقتباس</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Something went wrong in quotetrack</source>
        <translation>حدث خطأ في البرنامج</translation>
    </message>
    <message>
        <source>This is a fault of the program, not yours. Everything up to your last change is saved. Copy the report and send it to us, then go on working.</source>
        <translation>الخطأ من البرنامج لا منك. كل ما فعلته حتى آخر تغيير محفوظ. انسخ التقرير وأرسله إلينا، ثم تابع عملك.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>التقرير</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>نسخ التقرير</translation>
    </message>
</context>
<context>
    <name>EvidenceDialog</name>
    <message>
        <source>Evidence</source>
        <translation>الأدلة</translation>
    </message>
    <message>
        <source>What supports or contradicts this quote?</source>
        <translation>ما الذي يدعم هذا الاقتباس أو ينقضه؟</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>الرابط</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
</context>
<context>
    <name>EvidenceList</name>
    <message>
        <source>Open the evidence {}</source>
        <translation>افتح الدليل {}</translation>
    </message>
    <message>
        <source>Change the evidence {}</source>
        <translation>غيّر الدليل {}</translation>
    </message>
    <message>
        <source>Remove the evidence {}</source>
        <translation>أزل الدليل {}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export a quote sheet</source>
        <translation>تصدير كشف اقتباسات</translation>
    </message>
    <message>
        <source>Which quotes</source>
        <translation>أي اقتباسات</translation>
    </message>
    <message>
        <source>What is shown ({})</source>
        <translation>المعروض ({})</translation>
    </message>
    <message>
        <source>What is selected ({})</source>
        <translation>المحدَّد ({})</translation>
    </message>
    <message>
        <source>Everything in the project</source>
        <translation>كل ما في المشروع</translation>
    </message>
    <message>
        <source>Columns, in this order (drag, or Alt+↑↓)</source>
        <translation>الأعمدة بهذا الترتيب (بالسحب أو Alt+↑↓)</translation>
    </message>
    <message>
        <source>Your own choice</source>
        <translation>اختيارك</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>القائل</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Gathered by</source>
        <translation>الترتيب بحسب</translation>
    </message>
    <message>
        <source>Also what another telling of a story has already</source>
        <translation>مع ما تكرر في رواية أخرى للخبر نفسه</translation>
    </message>
    <message>
        <source>Mark it as UTF-8 for Excel</source>
        <translation>ليفتحه إكسل بالترميز الصحيح</translation>
    </message>
    <message>
        <source>Keep spreadsheets from running cells (= + - @)</source>
        <translation>منع تشغيل الخلايا كصيغ في برامج الجداول (= + - @)</translation>
    </message>
    <message>
        <source>How it will begin</source>
        <translation>كيف سيبدأ</translation>
    </message>
    <message>
        <source>Preparing the preview…</source>
        <translation>يجري تجهيز المعاينة…</translation>
    </message>
    <message>
        <source>Everything in the project ({})</source>
        <translation>كل ما في المشروع ({})</translation>
    </message>
    <message>
        <source>Tick at least one column.</source>
        <translation>اختر عمودًا واحدًا على الأقل.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>اختيار ملف…</translation>
    </message>
</context>
<context>
    <name>FeedDialog</name>
    <message>
        <source>Choose from the feed</source>
        <translation>الاختيار من الخلاصة</translation>
    </message>
    <message>
        <source>Show only headlines with these words</source>
        <translation>عرض العناوين التي فيها هذه الكلمات فقط</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Fetch nothing: take the feed&apos;s own text (whole articles: {})</source>
        <translation>دون جلب: أخذ نص الخلاصة نفسها (المقالات الكاملة: {})</translation>
    </message>
    <message>
        <source>Chosen: {}</source>
        <translation>المختار: {}</translation>
    </message>
    <message>
        <source>Articles of the feed</source>
        <translation>مقالات الخلاصة</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message numerus="yes">
        <source>Take %n article(s)</source>
        <translation>
            <numerusform>خذ المقالات</numerusform>
            <numerusform>خذ مقالًا واحدًا</numerusform>
            <numerusform>خذ مقالين</numerusform>
            <numerusform>خذ %n مقالات</numerusform>
            <numerusform>خذ %n مقالًا</numerusform>
            <numerusform>خذ %n مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetch %n page(s)</source>
        <translation>
            <numerusform>اجلب الصفحات</numerusform>
            <numerusform>اجلب صفحة واحدة</numerusform>
            <numerusform>اجلب صفحتين</numerusform>
            <numerusform>اجلب %n صفحات</numerusform>
            <numerusform>اجلب %n صفحة</numerusform>
            <numerusform>اجلب %n صفحة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterNameDialog</name>
    <message>
        <source>Save this filter</source>
        <translation>حفظ هذا المرشِّح</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>اسم المرشِّح</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
</context>
<context>
    <name>HintsDialog</name>
    <message>
        <source>Welcome</source>
        <translation>أهلًا بك</translation>
    </message>
    <message>
        <source>This is a sample project. Try these three things, then open your own articles.</source>
        <translation>هذا مشروع نموذجي. جرّب هذه الخطوات الثلاث، ثم افتح مقالاتك.</translation>
    </message>
    <message>
        <source>Read and decide</source>
        <translation>اقرأ واحسم</translation>
    </message>
    <message>
        <source>Click a coloured quote. Confirm it, reject it with X, or mark it with C.</source>
        <translation>انقر اقتباسًا ملونًا، ثم أكّده، أو ارفضه بالمفتاح X، أو علّمه للتحقق بالمفتاح C.</translation>
    </message>
    <message>
        <source>Correct who said it</source>
        <translation>صحّح اسم القائل</translation>
    </message>
    <message>
        <source>Type a name or take one from the list. Everything can be undone.</source>
        <translation>اكتب اسمًا أو اختره من القائمة. ويمكنك التراجع عن أي خطوة.</translation>
    </message>
    <message>
        <source>Take a quote sheet with you</source>
        <translation>خذ معك كشف الاقتباسات</translation>
    </message>
    <message>
        <source>Choose an outlet or a speaker at the side, then export what is shown.</source>
        <translation>اختر من الجانب وسيلة إعلام أو قائلًا، ثم صدّر المعروض.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>لنبدأ</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Sheet of keys</source>
        <translation>لائحة المفاتيح</translation>
    </message>
    <message>
        <source>Keys work on the Arabic layout as well, and never while you type.</source>
        <translation>تعمل المفاتيح على لوحة المفاتيح العربية أيضًا، ولا تعمل أثناء الكتابة في حقل.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>quote</source>
        <translation>الاقتباس</translation>
    </message>
    <message>
        <source>quote inside another</source>
        <translation>قول داخل قول</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>فعل القول</translation>
    </message>
    <message>
        <source>source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>المختار</translation>
    </message>
    <message>
        <source>Article details</source>
        <translation>بيانات المقال</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The last change is still being saved. Try again in a moment.</source>
        <translation>ما زال التغيير الأخير يُحفظ. أعد المحاولة بعد لحظات.</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>القوائم</translation>
    </message>
    <message>
        <source>What you had typed: {}</source>
        <translation>ما كتبته: {}</translation>
    </message>
    <message>
        <source>Copy what was typed</source>
        <translation>نسخ ما كُتب</translation>
    </message>
    <message>
        <source>The file could not be used: {}</source>
        <translation>تعذر استخدام الملف: {}</translation>
    </message>
    <message>
        <source>Restore the newest snapshot</source>
        <translation>استعادة أحدث نسخة</translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation>فتح للقراءة فقط</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge speakers</source>
        <translation>دمج القائلين</translation>
    </message>
    <message>
        <source>Everybody chosen here becomes {}. It can be undone.</source>
        <translation>كل من تختاره هنا يصير {}. ويمكنك التراجع.</translation>
    </message>
    <message>
        <source>Find a speaker</source>
        <translation>ابحث عن قائل</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>القائلون</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>دمج</translation>
    </message>
    <message>
        <source>Choose at least one speaker.</source>
        <translation>اختر قائلًا واحدًا على الأقل.</translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s) will move</source>
        <translation>
            <numerusform>لا اقتباسات تُنقل</numerusform>
            <numerusform>يُنقل اقتباس واحد</numerusform>
            <numerusform>يُنقل اقتباسان</numerusform>
            <numerusform>تُنقل %n اقتباسات</numerusform>
            <numerusform>يُنقل %n اقتباسًا</numerusform>
            <numerusform>يُنقل %n اقتباس</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s)</source>
        <translation>
            <numerusform>بلا مقالات</numerusform>
            <numerusform>في مقال واحد</numerusform>
            <numerusform>في مقالين</numerusform>
            <numerusform>في %n مقالات</numerusform>
            <numerusform>في %n مقالًا</numerusform>
            <numerusform>في %n مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>Other names from then on: {}</source>
        <translation>الأسماء الأخرى من الآن: {}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>اكتب أمرًا</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>الأمر</translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation>لا أمر بهذا الاسم.</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Paste an article</source>
        <translation>لصق مقال</translation>
    </message>
    <message>
        <source>The first line may be the headline. Everything here can be changed later.</source>
        <translation>قد يكون السطر الأول هو العنوان. ويمكن تغيير كل هذا لاحقًا.</translation>
    </message>
    <message>
        <source>Paste the text of the article here</source>
        <translation>ألصق نص المقال هنا</translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>نص المقال</translation>
    </message>
    <message>
        <source>Find the quotes</source>
        <translation>ارصد الاقتباسات</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Every change takes effect at once.</source>
        <translation>يسري كل تغيير فورًا.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>كما في النظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Underline quote, cue and source as well</source>
        <translation>تمييز الاقتباس وفعل القول والمصدر بخطوط أيضًا</translation>
    </message>
    <message>
        <source>Show a list of what comes in before each import</source>
        <translation>عرض قائمة بما سيُستورد قبل كل استيراد</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Names of months</source>
        <translation>أسماء الشهور</translation>
    </message>
    <message>
        <source>Size of article text</source>
        <translation>حجم نص المقال</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>الم&amp;جلد:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>ن&amp;وع الملفات:</translation>
    </message>
</context>
<context>
    <name>RangeDialog</name>
    <message>
        <source>Dates and confidence</source>
        <translation>التواريخ والثقة</translation>
    </message>
    <message>
        <source>Only quotes between these are shown.</source>
        <translation>لا يُعرض إلا ما يقع بين هذه الحدود.</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>ليس قبل</translation>
    </message>
    <message>
        <source>Not after</source>
        <translation>ليس بعد</translation>
    </message>
    <message>
        <source>At least as sure as</source>
        <translation>ثقة لا تقل عن</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>ولا تزيد على</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
</context>
<context>
    <name>ReaderPane</name>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>No article is open</source>
        <translation>لا مقال مفتوح</translation>
    </message>
    <message>
        <source>Open or drop text and web files here, or paste an article. Quotes are found at once.</source>
        <translation>افتح ملفات نصية أو صفحات محفوظة أو اسحبها إلى هنا، أو ألصق مقالًا. تُرصد الاقتباسات فورًا.</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>نسخ النص</translation>
    </message>
    <message>
        <source>the same story: {}</source>
        <translation>الخبر نفسه في: {}</translation>
    </message>
</context>
<context>
    <name>ResultsDialog</name>
    <message>
        <source>What happened to each file</source>
        <translation>نتيجة كل ملف</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>حفظ التقرير…</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) imported</source>
        <translation>
            <numerusform>لم يُستورد أي مقال</numerusform>
            <numerusform>استُورد مقال واحد</numerusform>
            <numerusform>استُورد مقالان</numerusform>
            <numerusform>استُوردت %n مقالات</numerusform>
            <numerusform>استُورد %n مقالًا</numerusform>
            <numerusform>استُورد %n مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) already in the project</source>
        <translation>
            <numerusform>لا مقالات مكررة</numerusform>
            <numerusform>مقال موجود في المشروع من قبل</numerusform>
            <numerusform>مقالان موجودان في المشروع من قبل</numerusform>
            <numerusform>%n مقالات موجودة في المشروع من قبل</numerusform>
            <numerusform>%n مقالًا موجودًا في المشروع من قبل</numerusform>
            <numerusform>%n مقال موجود في المشروع من قبل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not read</source>
        <translation>
            <numerusform>لا ملفات تعذرت قراءتها</numerusform>
            <numerusform>ملف واحد تعذرت قراءته</numerusform>
            <numerusform>ملفان تعذرت قراءتهما</numerusform>
            <numerusform>%n ملفات تعذرت قراءتها</numerusform>
            <numerusform>%n ملفًا تعذرت قراءته</numerusform>
            <numerusform>%n ملف تعذرت قراءته</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not reached</source>
        <translation>
            <numerusform>لم يبقَ شيء</numerusform>
            <numerusform>واحد لم يُبلغ</numerusform>
            <numerusform>اثنان لم يُبلغا</numerusform>
            <numerusform>%n لم تُبلغ</numerusform>
            <numerusform>%n لم تُبلغ</numerusform>
            <numerusform>%n لم تُبلغ</numerusform>
        </translation>
    </message>
    <message>
        <source>Results</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>حفظ التقرير</translation>
    </message>
    <message>
        <source>Import report</source>
        <translation>تقرير الاستيراد</translation>
    </message>
    <message>
        <source>CSV (*.csv);;JSON (*.json)</source>
        <translation>CSV (*.csv);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Report saved as {}</source>
        <translation>حُفظ التقرير باسم {}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Article, or what to do</source>
        <translation>المقال أو ما ينبغي فعله</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>الترميز</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>الجودة</translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <translation>
            <numerusform>بلا اقتباسات</numerusform>
            <numerusform>اقتباس واحد</numerusform>
            <numerusform>اقتباسان</numerusform>
            <numerusform>%n اقتباسات</numerusform>
            <numerusform>%n اقتباسًا</numerusform>
            <numerusform>%n اقتباس</numerusform>
        </translation>
    </message>
    <message>
        <source>the same as {}</source>
        <translation>مطابق لـ {}</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Every quote that is shown has been reviewed.</source>
        <translation>روجعت كل الاقتباسات المعروضة.</translation>
    </message>
    <message>
        <source>This quote does not stand inside another.</source>
        <translation>هذا القول ليس داخل قول آخر.</translation>
    </message>
    <message>
        <source>The quote is on the clipboard, with its source.</source>
        <translation>نُسخ الاقتباس مع مصدره.</translation>
    </message>
</context>
<context>
    <name>SameDialog</name>
    <message>
        <source>Who may be the same</source>
        <translation>من قد يكونان واحدًا</translation>
    </message>
    <message>
        <source>Names that are written alike, likeliest first. Every decision can be undone.</source>
        <translation>أسماء متشابهة الكتابة، والأرجح أولًا. يمكن التراجع عن كل قرار.</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>الأزواج</translation>
    </message>
    <message>
        <source>No two names are alike.</source>
        <translation>لا اسمين متشابهين.</translation>
    </message>
    <message>
        <source>They are one: merge</source>
        <translation>هما واحد: ادمجهما</translation>
    </message>
    <message>
        <source>They are two: keep apart</source>
        <translation>هما اثنان: أبقهما منفصلين</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>{} and {}</source>
        <translation>{} و{}</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Export a quote sheet</source>
        <translation>تصدير كشف اقتباسات</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>تصدير</translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s) written to {}</source>
        <translation>
            <numerusform>لم يُكتب أي اقتباس في {}</numerusform>
            <numerusform>كُتب اقتباس واحد في {}</numerusform>
            <numerusform>كُتب اقتباسان في {}</numerusform>
            <numerusform>كُتبت %n اقتباسات في {}</numerusform>
            <numerusform>كُتب %n اقتباسًا في {}</numerusform>
            <numerusform>كُتب %n اقتباس في {}</numerusform>
        </translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>فتحه</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Quotes</source>
        <translation>الاقتباسات</translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <translation>
            <numerusform>لا اقتباسات</numerusform>
            <numerusform>اقتباس واحد</numerusform>
            <numerusform>اقتباسان</numerusform>
            <numerusform>%n اقتباسات</numerusform>
            <numerusform>%n اقتباسًا</numerusform>
            <numerusform>%n اقتباس</numerusform>
        </translation>
    </message>
    <message>
        <source>Quotes of {}</source>
        <translation>أقوال {}</translation>
    </message>
</context>
<context>
    <name>SnapshotsDialog</name>
    <message>
        <source>Earlier states</source>
        <translation>حالات سابقة</translation>
    </message>
    <message>
        <source>Copies are kept at closing and while you work; the present state is kept, too.</source>
        <translation>تُحفظ نسخ عند الإغلاق وأثناء العمل، والحالة الراهنة تُحفظ أيضًا.</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>لا نسخ بعد.</translation>
    </message>
    <message>
        <source>Restore this state</source>
        <translation>استعادة هذه الحالة</translation>
    </message>
</context>
<context>
    <name>SourcesPane</name>
    <message>
        <source>Sources and filters</source>
        <translation>المصادر والمرشِّحات</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>إزالة هذا المرشِّح</translation>
    </message>
    <message>
        <source>Together with what is chosen (Ctrl and a click)</source>
        <translation>مع ما اختير (Ctrl مع النقر)</translation>
    </message>
    <message>
        <source>Rename the tag…</source>
        <translation>تغيير اسم الوسم…</translation>
    </message>
    <message>
        <source>Delete the tag</source>
        <translation>حذف الوسم</translation>
    </message>
</context>
<context>
    <name>SpeakerDialog</name>
    <message>
        <source>Speaker</source>
        <translation>القائل</translation>
    </message>
    <message>
        <source>A new name leaves the old one as another name.</source>
        <translation>إن غيّرت الاسم بقي القديم بين الأسماء الأخرى.</translation>
    </message>
    <message>
        <source>One name a line</source>
        <translation>اسم في كل سطر</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الصفة</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>الصنف</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>البلد</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>أسماء أخرى</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
</context>
<context>
    <name>SpeakersPane</name>
    <message>
        <source>No speakers yet</source>
        <translation>لا قائلين بعد</translation>
    </message>
    <message>
        <source>Everybody who is quoted gets a page here: all they said, where, and in which words.</source>
        <translation>لكل من يُقتبس عنه صفحة هنا: كل ما قاله، وأين، وبأي ألفاظ.</translation>
    </message>
    <message>
        <source>Find a speaker</source>
        <translation>ابحث عن قائل</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>القائلون</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>تعديل…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>دمج…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>فصل…</translation>
    </message>
    <message>
        <source>Show only this speaker</source>
        <translation>عرض أقواله وحدها</translation>
    </message>
    <message>
        <source>Quotes in order of time</source>
        <translation>الاقتباسات بترتيب الزمن</translation>
    </message>
    <message>
        <source>Quoted in</source>
        <translation>نُشرت أقواله في</translation>
    </message>
    <message>
        <source>Introduced with</source>
        <translation>قُدّمت أقواله بأفعال</translation>
    </message>
    <message>
        <source>Which makes of the words</source>
        <translation>وما توحي به</translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <translation>
            <numerusform>بلا اقتباسات</numerusform>
            <numerusform>اقتباس واحد</numerusform>
            <numerusform>اقتباسان</numerusform>
            <numerusform>%n اقتباسات</numerusform>
            <numerusform>%n اقتباسًا</numerusform>
            <numerusform>%n اقتباس</numerusform>
        </translation>
    </message>
    <message>
        <source>Also: {}</source>
        <translation>يرد أيضًا: {}</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Split a speaker</source>
        <translation>فصل قائل</translation>
    </message>
    <message>
        <source>Choose the quotes that somebody else said. They go to a new speaker.</source>
        <translation>اختر الاقتباسات التي قالها غيره، فتُنسب إلى قائل جديد.</translation>
    </message>
    <message>
        <source>Name of the new speaker</source>
        <translation>اسم القائل الجديد</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>الاقتباسات</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>فصل</translation>
    </message>
</context>
<context>
    <name>StackChart</name>
    <message>
        <source>{}: {}, {} of {}</source>
        <translation>{}: {}، {} من {}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Reviewed</source>
        <translation>ما رُوجع</translation>
    </message>
    <message>
        <source>Progress of the work</source>
        <translation>تقدم العمل</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>{} of {} reviewed</source>
        <translation>روجع {} من {}</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>محفوظ</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} من {}</translation>
    </message>
</context>
<context>
    <name>TablePane</name>
    <message>
        <source>Table of quotes</source>
        <translation>جدول الاقتباسات</translation>
    </message>
    <message>
        <source>No quote meets these conditions</source>
        <translation>لا اقتباس يطابق هذه الشروط</translation>
    </message>
    <message>
        <source>Take away a filter or look for other words.</source>
        <translation>أزل أحد المرشِّحات أو ابحث بكلمات أخرى.</translation>
    </message>
    <message>
        <source>There are no quotes yet</source>
        <translation>لا اقتباسات بعد</translation>
    </message>
    <message>
        <source>Open or paste an article: every quote in it becomes a row here.</source>
        <translation>افتح مقالًا أو ألصقه، وسيظهر كل اقتباس فيه هنا في صف.</translation>
    </message>
</context>
<context>
    <name>TagNameDialog</name>
    <message>
        <source>Rename the tag</source>
        <translation>تغيير اسم الوسم</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>الاسم الجديد</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>تغيير الاسم</translation>
    </message>
</context>
<context>
    <name>TagsEdit</name>
    <message>
        <source>New tag</source>
        <translation>وسم جديد</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>أضف وسمًا</translation>
    </message>
    <message>
        <source>Remove the tag {}</source>
        <translation>إزالة الوسم {}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>لصق</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Search in quotes, speakers and texts</source>
        <translation>ابحث في الاقتباسات والقائلين والنصوص</translation>
    </message>
    <message>
        <source>More conditions</source>
        <translation>شروط أخرى</translation>
    </message>
    <message>
        <source>Take away the filter {}</source>
        <translation>إزالة المرشِّح {}</translation>
    </message>
    <message>
        <source>since {}</source>
        <translation>منذ {}</translation>
    </message>
    <message>
        <source>until {}</source>
        <translation>حتى {}</translation>
    </message>
    <message>
        <source>exact spelling</source>
        <translation>بالرسم نفسه</translation>
    </message>
    <message>
        <source>inside words</source>
        <translation>داخل الكلمات</translation>
    </message>
    <message>
        <source>confidence {} to {}</source>
        <translation>الثقة من {} إلى {}</translation>
    </message>
    <message>
        <source>unnamed sources</source>
        <translation>مصادر غير مسماة</translation>
    </message>
    <message>
        <source>named sources</source>
        <translation>مصادر مسماة</translation>
    </message>
    <message>
        <source>without speech acts</source>
        <translation>بلا أفعال الكلام</translation>
    </message>
    <message>
        <source>without repeated stories</source>
        <translation>بلا الأخبار المكررة</translation>
    </message>
</context>
<context>
    <name>VerdictEdit</name>
    <message>
        <source>Not judged yet</source>
        <translation>لم يُحكم عليه بعد</translation>
    </message>
    <message>
        <source>True</source>
        <translation>صحيح</translation>
    </message>
    <message>
        <source>Mostly true</source>
        <translation>صحيح في معظمه</translation>
    </message>
    <message>
        <source>Lacks context</source>
        <translation>ينقصه السياق</translation>
    </message>
    <message>
        <source>Misleading</source>
        <translation>مضلل</translation>
    </message>
    <message>
        <source>False</source>
        <translation>خاطئ</translation>
    </message>
    <message>
        <source>Cannot be checked</source>
        <translation>يتعذر التحقق منه</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>الحكم</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>طرق العرض</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>الجدول</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>القائلون</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>الرسوم</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message numerus="yes">
        <source>Changing %n quote(s)</source>
        <translation>
            <numerusform>لا اقتباسات تُغيَّر</numerusform>
            <numerusform>تغيير اقتباس واحد</numerusform>
            <numerusform>تغيير اقتباسين</numerusform>
            <numerusform>تغيير %n اقتباسات</numerusform>
            <numerusform>تغيير %n اقتباسًا</numerusform>
            <numerusform>تغيير %n اقتباس</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Open articles…</source>
        <translation>فتح مقالات…</translation>
    </message>
    <message>
        <source>Paste an article…</source>
        <translation>لصق مقال…</translation>
    </message>
    <message>
        <source>Open a folder of articles…</source>
        <translation>فتح مجلد مقالات…</translation>
    </message>
    <message>
        <source>Open a web page or feed…</source>
        <translation>فتح صفحة ويب أو خلاصة أخبار…</translation>
    </message>
    <message>
        <source>Export a quote sheet…</source>
        <translation>تصدير كشف اقتباسات…</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>مشروع جديد…</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>فتح مشروع…</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>فتح المشروع النموذجي</translation>
    </message>
    <message>
        <source>Earlier states…</source>
        <translation>حالات سابقة…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>الإعدادات…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Copy the quote with its source</source>
        <translation>نسخ الاقتباس مع مصدره</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Show all quotes</source>
        <translation>عرض كل الاقتباسات</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>حفظ هذا المرشِّح…</translation>
    </message>
    <message>
        <source>Edit the article&apos;s details…</source>
        <translation>تعديل بيانات المقال…</translation>
    </message>
    <message>
        <source>Detect quotes again…</source>
        <translation>رصد الاقتباسات من جديد…</translation>
    </message>
    <message>
        <source>Remove the article</source>
        <translation>حذف المقال</translation>
    </message>
    <message>
        <source>Exact spelling</source>
        <translation>الإملاء بحرفه</translation>
    </message>
    <message>
        <source>Also inside words</source>
        <translation>داخل الكلمات أيضًا</translation>
    </message>
    <message>
        <source>Only unnamed sources</source>
        <translation>المصادر غير المسمّاة فقط</translation>
    </message>
    <message>
        <source>Without speech acts</source>
        <translation>بلا أفعال كلام</translation>
    </message>
    <message>
        <source>Without repeated stories</source>
        <translation>بلا أخبار مكررة</translation>
    </message>
    <message>
        <source>Dates and confidence…</source>
        <translation>التواريخ والثقة…</translation>
    </message>
    <message>
        <source>Confirm and go on</source>
        <translation>تأكيد والانتقال إلى التالي</translation>
    </message>
    <message>
        <source>Reject and go on</source>
        <translation>رفض والانتقال إلى التالي</translation>
    </message>
    <message>
        <source>Needs checking</source>
        <translation>يحتاج إلى تحقق</translation>
    </message>
    <message>
        <source>Back to unreviewed</source>
        <translation>إعادة إلى غير المراجَع</translation>
    </message>
    <message>
        <source>Next unreviewed quote</source>
        <translation>الاقتباس التالي غير المراجَع</translation>
    </message>
    <message>
        <source>Next quote</source>
        <translation>الاقتباس التالي</translation>
    </message>
    <message>
        <source>Previous quote</source>
        <translation>الاقتباس السابق</translation>
    </message>
    <message>
        <source>The quote around this one</source>
        <translation>القول المحيط بهذا</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>كتابة ملاحظة</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>أضف وسمًا</translation>
    </message>
    <message>
        <source>Give a verdict</source>
        <translation>إصدار حكم</translation>
    </message>
    <message>
        <source>Add evidence…</source>
        <translation>إضافة دليل…</translation>
    </message>
    <message>
        <source>Correct the speaker</source>
        <translation>تصحيح القائل</translation>
    </message>
    <message>
        <source>Direct quote</source>
        <translation>اقتباس مباشر</translation>
    </message>
    <message>
        <source>Indirect quote</source>
        <translation>اقتباس غير مباشر</translation>
    </message>
    <message>
        <source>Mixed quote</source>
        <translation>اقتباس مختلط</translation>
    </message>
    <message>
        <source>Reported speech</source>
        <translation>فعل كلام</translation>
    </message>
    <message>
        <source>New quote from the selection</source>
        <translation>اقتباس جديد من التحديد</translation>
    </message>
    <message>
        <source>The selection is the quote</source>
        <translation>التحديد هو الاقتباس</translation>
    </message>
    <message>
        <source>The selection is the cue</source>
        <translation>التحديد هو فعل القول</translation>
    </message>
    <message>
        <source>The selection is the source</source>
        <translation>التحديد هو المصدر</translation>
    </message>
    <message>
        <source>Correct what the verb says</source>
        <translation>تصحيح معنى فعل القول</translation>
    </message>
    <message>
        <source>Start a word earlier</source>
        <translation>تقديم البداية كلمة</translation>
    </message>
    <message>
        <source>Start a word later</source>
        <translation>تأخير البداية كلمة</translation>
    </message>
    <message>
        <source>End a word earlier</source>
        <translation>تقديم النهاية كلمة</translation>
    </message>
    <message>
        <source>End a word later</source>
        <translation>تأخير النهاية كلمة</translation>
    </message>
    <message>
        <source>Start a letter earlier</source>
        <translation>تقديم البداية حرفًا</translation>
    </message>
    <message>
        <source>Start a letter later</source>
        <translation>تأخير البداية حرفًا</translation>
    </message>
    <message>
        <source>End a letter earlier</source>
        <translation>تقديم النهاية حرفًا</translation>
    </message>
    <message>
        <source>End a letter later</source>
        <translation>تأخير النهاية حرفًا</translation>
    </message>
    <message>
        <source>Split the quote at the cursor</source>
        <translation>تقسيم الاقتباس عند المؤشر</translation>
    </message>
    <message>
        <source>Join the selected quotes</source>
        <translation>ضم الاقتباسات المحددة</translation>
    </message>
    <message>
        <source>Delete the quote</source>
        <translation>حذف الاقتباس</translation>
    </message>
    <message>
        <source>The speaker&apos;s page</source>
        <translation>صفحة القائل</translation>
    </message>
    <message>
        <source>Only this speaker&apos;s quotes</source>
        <translation>أقوال هذا القائل وحدها</translation>
    </message>
    <message>
        <source>Edit the speaker…</source>
        <translation>تعديل بيانات القائل…</translation>
    </message>
    <message>
        <source>Merge speakers…</source>
        <translation>دمج قائلين…</translation>
    </message>
    <message>
        <source>Split the speaker…</source>
        <translation>فصل القائل…</translation>
    </message>
    <message>
        <source>Who may be the same…</source>
        <translation>من قد يكونان واحدًا…</translation>
    </message>
    <message>
        <source>Article in context</source>
        <translation>المقال في سياقه</translation>
    </message>
    <message>
        <source>Table of quotes</source>
        <translation>جدول الاقتباسات</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>القائلون</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>المقال التالي</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>المقال السابق</translation>
    </message>
    <message>
        <source>Go to the next pane</source>
        <translation>الانتقال إلى اللوح التالي</translation>
    </message>
    <message>
        <source>Go to the menus</source>
        <translation>الانتقال إلى القوائم</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>تكبير النص</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>تصغير النص</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>حجم النص المعتاد</translation>
    </message>
    <message>
        <source>Underline quote, cue and source</source>
        <translation>تمييز الاقتباس وفعل القول والمصدر بخطوط</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>فاتح أو داكن</translation>
    </message>
    <message>
        <source>Arabic or English</source>
        <translation>العربية أو الإنجليزية</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>البحث عن أمر…</translation>
    </message>
    <message>
        <source>Sheet of keys</source>
        <translation>لائحة المفاتيح</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>الخطوات الأولى</translation>
    </message>
    <message>
        <source>About quotetrack</source>
        <translation>عن البرنامج</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>القائل</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>الاقتباس</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>فعل القول</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>الوسيلة</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>الحكم</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>كما ورد</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>الثقة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>groups</name>
    <message>
        <source>Pro&amp;ject</source>
        <translation>المشروع</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>تص&amp;فية</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>&amp;Correct</source>
        <translation>تصحيح</translation>
    </message>
    <message>
        <source>&amp;Speakers</source>
        <translation>ال&amp;قائلون</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>مساعدة</translation>
    </message>
</context>
<context>
    <name>sizes</name>
    <message>
        <source>{} KB</source>
        <translation>{} ك.ب</translation>
    </message>
    <message>
        <source>{} MB</source>
        <translation>{} م.ب</translation>
    </message>
</context>
<context>
    <name>sources</name>
    <message>
        <source>Untitled</source>
        <translation>بلا عنوان</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>مرشِّحات محفوظة</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>Outlets</source>
        <translation>وسائل الإعلام</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>القائلون</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>الأنواع</translation>
    </message>
    <message>
        <source>Kinds of speaker</source>
        <translation>أصناف القائلين</translation>
    </message>
    <message>
        <source>What the verb says</source>
        <translation>معنى فعل القول</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>الأحكام</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
</context>
</TS>
