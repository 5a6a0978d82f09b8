miniport.preview({{ settings | tojson }});
